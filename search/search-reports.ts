import { readFacetCounts } from "./filters/facet-counts.ts";
import { buildChips } from "./language/build-chips.ts";
import { findStrict } from "./strict/find-strict.ts";
import { findUnknownPlaces } from "./filters/limit-places.ts";
import { labelWords } from "./words/label-words.ts";
import { listHits } from "./hits/list-hits.ts";
import { findNamedPlaces } from "./places/named-places.ts";
import { listWanted } from "./planner.ts";
import type { SearchQuery } from "./query.ts";
import type { Conjunction } from "./query-terms.ts";
import { readReportName } from "./places/report-name.ts";
import { findRelaxed, type RelaxedAnswer } from "./relaxed/relaxed-search.ts";
import type { SearchParts } from "./search-parts.ts";
import type { Correction, SearchResult } from "./search-result.ts";
import { askStrictly, type StrictAnswer } from "./strict/strict-search.ts";
import { understandQuery, type UnderstoodQuery } from "./understood-query.ts";

/** A first page that strict hits do not fill so far is filled with relaxed ones. */
const fillTo = 10;

/**
 * Answers a search. Hits, total and facets are those of the sections that hold all that was asked for; where nothing
 * does, what was probably meant is searched instead, and said. Where a first page holds few, hits that hold less
 * follow, marked as such and not counted. @throws EngineUnavailable, EngineRefused
 */
export async function searchReports(query: SearchQuery, parts: SearchParts): Promise<SearchResult> {
  const started = performance.now();
  const understood = await understandQuery(query, parts);
  const answer = (await answerNamed(understood, parts)) ?? (await answerQuery(understood, parts));
  const tookMs = Math.round((performance.now() - started) * 10) / 10;
  return { ...answer, query: query.q, tookMs };
}

type Answer = Omit<SearchResult, "query" | "tookMs">;

/** Where the words name a report in everyday speech, the answer for that report; null where none is held. */
async function answerNamed(
  { query, plan }: UnderstoodQuery,
  parts: SearchParts,
): Promise<Answer | null> {
  if (query.verbatim === "1" || query.year.length > 0) return null;
  const named = readReportName(query.q, plan.parsed, parts.language);
  if (named === null) return null;
  const answer = await answerQuery(
    await understandQuery({ ...query, q: named.query }, parts),
    parts,
  );
  if (answer.total === 0) return null;
  const further = answer.correction?.applied === true ? answer.correction : null;
  const whole = further && { from: query.q, to: further.query, query: further.query };
  return { ...answer, correction: { ...(whole ?? named), applied: true, reason: "name" } };
}

async function answerQuery(
  understood: UnderstoodQuery,
  parts: SearchParts,
  mayCorrect = true,
): Promise<Answer> {
  const strict = await findStrict(understood, parts);
  const relaxed = await relax(understood, strict, parts);
  const corrected = mayCorrect ? await correct(understood, { strict, relaxed }, parts) : null;
  if (corrected?.answer) return corrected.answer;
  const { query } = understood;
  const { hits, hasMore } = await listHits({ understood, strict, relaxed, fillTo }, parts);
  return {
    total: strict.total,
    exact: strict.exact,
    page: query.page,
    size: query.size,
    hits: [...hits],
    facets: { ...readFacetCounts(strict.answers, query, parts.language.regions) },
    relaxed: strict.total === 0 && hits.length > 0,
    hasMore,
    correction: corrected?.correction ?? null,
    ...describeReading(understood, parts),
  };
}

/** What the query was understood to say. */
function describeReading(
  { query, plan, left }: UnderstoodQuery,
  { language }: SearchParts,
): Pick<SearchResult, "understood" | "problems" | "places"> {
  const chips = buildChips({ ...plan.parsed, text: labelWords(plan, language) }, query.q);
  const places = findNamedPlaces(plan, query, language);
  const unknown = findUnknownPlaces(query, language.regions);
  return {
    understood: chips.map(({ label, kind, without }) => ({ label, kind, without })),
    problems: [...plan.parsed.problems, ...plan.left, ...left, ...unknown].map(
      ({ message, span }) => ({
        message,
        ...span,
      }),
    ),
    places: places.map((place) => ({ ...place, path: [...place.path] })),
  };
}

/** Only the best hits of relevance are worth filling with others. */
async function relax(
  understood: UnderstoodQuery,
  { total }: StrictAnswer,
  parts: SearchParts,
): Promise<RelaxedAnswer> {
  const { query, plan } = understood;
  const room = Math.min(fillTo, query.size);
  const isOrdered = query.sort !== "relevance";
  // Where nothing is found, what nobody holds is asked for on every page: it may be corrected.
  const isWanted = total === 0 || (query.page === 1 && !isOrdered && total < room);
  if (!isWanted || listWanted(plan).length === 0) return { hits: [], terms: [], unknown: [] };
  const answers = await Promise.all(
    plan.alternatives.map(async (one: Conjunction) =>
      findRelaxed(one, understood, { parts, room: room * 2, isNowhere: total === 0 }),
    ),
  );
  return {
    // What holds less has no place in an order by year or by a number.
    hits: isOrdered || query.page > 1 ? [] : answers.flatMap(({ hits }) => hits),
    terms: answers.flatMap(({ terms }) => terms),
    unknown: [...new Set(answers.flatMap(({ unknown }) => unknown))],
  };
}

/** Below so many hits other words are offered, and only where they find ten times as many. */
const fewHits = 3;

function isFew({ total }: StrictAnswer, { page }: SearchQuery): boolean {
  return page === 1 && total < fewHits;
}

/** What was probably meant, where that finds more; null where nothing is wrong with what was typed. */
async function correct(
  { query }: UnderstoodQuery,
  { strict, relaxed }: { readonly strict: StrictAnswer; readonly relaxed: RelaxedAnswer },
  parts: SearchParts,
): Promise<{
  readonly correction: Correction;
  /** Where the correction is applied. */
  readonly answer: Answer | null;
} | null> {
  const isDoubtful = strict.total === 0 ? relaxed.unknown.length > 0 : isFew(strict, query);
  if (!isDoubtful || query.q === "") return null;
  for await (const found of parts.correct(query.q, { unknown: relaxed.unknown })) {
    const other = await understandQuery({ ...query, q: found.query, verbatim: "1" }, parts);
    const better = await askStrictly(other, parts);
    if (better.total <= strict.total * 10) continue;
    const applied = strict.total === 0 && query.verbatim === "0";
    const reason = "slip" as const;
    const correction = { from: found.from, to: found.to, query: found.query, applied, reason };
    if (!applied) return { correction, answer: null };
    return { correction, answer: { ...(await answerQuery(other, parts, false)), correction } };
  }
  return null;
}
