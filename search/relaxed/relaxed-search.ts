import { readYear } from "../places/asked-year.ts";
import { type HitDocument, hitDocumentSchema } from "../hits/build-hit.ts";
import type { EngineAnswer, EngineQuery } from "../engine/engine.ts";
import { isBodyName } from "../documents/is-body-name.ts";
import { loadDocuments } from "../hits/load-documents.ts";
import { buildEngineWords } from "../planner.ts";
import type { Conjunction } from "../query-terms.ts";
import type { WeighedTerm } from "../hits/rank-hits.ts";
import {
  compareTerms,
  isYear,
  listChain,
  listFewer,
  listSynonymous,
  sortFewer,
  type Step,
  type TermFound,
  type Terms,
} from "./relaxed-steps.ts";
import { buildFilter, buildValueFilter } from "../filters/search-filter.ts";
import type { SearchParts } from "../search-parts.ts";
import { splitTerm } from "./split-term.ts";
import { sumSections } from "../strict/sum-sections.ts";
import { findSynonyms } from "./synonyms.ts";
import type { UnderstoodQuery } from "../understood-query.ts";
import { weighTerms } from "./weigh-terms.ts";

/** What is found with less than was asked for. */
export interface RelaxedAnswer {
  /** The nearest first, each once. */
  readonly hits: readonly HitDocument[];
  /** Words of the query that they may hold, and how much each tells. */
  readonly terms: readonly WeighedTerm[];
  /** Words that no section holds, nor another word for them. */
  readonly unknown: readonly string[];
}

interface Place {
  readonly excluded: Terms;
  readonly understood: UnderstoodQuery;
  readonly parts: SearchParts;
  /** So many hits are enough. */
  readonly room: number;
}

const idSchema = hitDocumentSchema.pick({ id: true });
/** So many hits are loaded to be ranked, the nearest first; of the others only the ids are ever asked for. */
const mostLoaded = 60;
/** So many questions for hits are asked at once. */
const mostAtOnce = 3;
/** So many parts of unknown terms are counted. */
const mostPieces = 20;

/**
 * Looks for sections that hold nearly what was asked for: other words for the same, then all words but one (places,
 * agencies and years are kept longest, then what is rare, since that tells more), then fewer and fewer. A phrase that
 * nobody holds is taken as its words, a year as that of the report. First all of these are counted, then hits asked for
 * where there are some, until there are enough. `isNowhere`: no section holds all of it, though the engine may take some
 * for such that hold a long phrase. @throws EngineUnavailable, EngineRefused
 */
export async function findRelaxed(
  { wanted, excluded }: Conjunction,
  understood: UnderstoodQuery,
  { parts, room, isNowhere }: Pick<Place, "parts" | "room"> & { readonly isNowhere: boolean },
): Promise<RelaxedAnswer> {
  const place = { excluded, understood, parts, room };
  const alone = wanted.map((term) => [term]);
  const same = wanted.some(isYear) ? [wanted] : [];
  const others = listSynonymous(wanted, parts.language);
  const fewer = listFewer(wanted);
  const counts = await countSteps([alone, same, others, fewer].flat(), place);
  const found = wanted.map((term, at): TermFound => {
    const word = term.pieces.join("");
    const isName = !term.quoted && isBodyName(word, parts.language.regions);
    const count = isNowhere && wanted.length === 1 ? 0 : (counts[at] ?? 0);
    return { term, count, isName: isName || isYear(term) };
  });
  const known = found.filter(({ count }) => count > 0).toSorted(compareTerms);
  const unknown = found.filter(({ count }) => count === 0).map(({ term }) => term);
  const strange = unknown.filter(({ pieces: words }) => findSynonyms(words.join("")).length === 0);
  const pieces = await findPieces(strange, place);
  const read = (steps: readonly Terms[], from: number): readonly Step[] =>
    steps.map((terms, at) => ({ terms, count: counts[from + at] ?? 0 }));
  const steps = [
    ...read([...same, ...others], alone.length),
    ...sortFewer(read(fewer, counts.length - fewer.length), known),
    ...listChain(known, pieces, wanted.length),
  ];
  const ids = await findIds(steps, place);
  return {
    hits: await loadDocuments(ids.slice(0, mostLoaded), parts.engine),
    terms: weighTerms(wanted, known, pieces),
    unknown: strange.map((term) => term.pieces.join("")),
  };
}

/** Parts of the terms that nobody holds: those that somebody does, the rare ones first. */
async function findPieces(unknown: Terms, place: Place): Promise<Terms> {
  const pieces = unknown.flatMap((term) => splitTerm(term)).slice(0, mostPieces);
  if (pieces.length === 0) return [];
  const counts = await countSteps(
    pieces.map((term) => [term]),
    place,
  );
  return pieces
    .map((term, at) => ({ term, count: counts[at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.count - b.count)
    .map(({ term }) => term);
}

async function countSteps(steps: readonly Terms[], place: Place): Promise<readonly number[]> {
  const questions = steps.map((terms) => ({
    ...buildQuestion(terms, place),
    facets: ["section"],
    limit: 0,
  }));
  return (await place.parts.engine.multiSearch(questions)).map(sumSections);
}

/** The ids of hits, a few questions at a time, until there are enough. */
async function findIds(steps: readonly Step[], place: Place): Promise<readonly string[]> {
  const ids = new Set<string>();
  let rest = steps.filter(({ count }) => count !== 0);
  while (rest.length > 0 && ids.size < place.room) {
    const now = chooseSteps(rest, place.room - ids.size);
    rest = rest.slice(now.length);
    const answers = await Promise.all(
      now.map(async ({ terms }) => place.parts.engine.search(buildQuestion(terms, place))),
    );
    for (const answer of answers) for (const id of readIds(answer)) ids.add(id);
  }
  return [...ids];
}

/** As many steps as are likely to give enough. */
function chooseSteps(steps: readonly Step[], room: number): readonly Step[] {
  let [sum, length] = [0, 0];
  while (length < Math.min(steps.length, mostAtOnce) && sum < room) {
    sum += steps[length]?.count ?? 0;
    length += 1;
  }
  return steps.slice(0, length);
}

function readIds({ hits }: EngineAnswer): readonly string[] {
  return hits.map((hit) => idSchema.parse(hit).id);
}

/** Years are those of the reports: the words of a text are about other years too. */
function buildQuestion(terms: Terms, { excluded, understood, parts, room }: Place): EngineQuery {
  const { query, filters } = understood;
  const wanted = terms.filter((term) => !isYear(term));
  const years = terms.filter(isYear).flatMap(({ pieces }) => readYear(pieces.join("")) ?? []);
  return {
    index: "sections",
    ...buildEngineWords({ wanted, excluded }),
    filter: [
      ...buildFilter(query, parts.language.regions),
      ...filters,
      ...years.map((year) => buildValueFilter("year", [year])),
    ],
    facets: [],
    sort: [],
    distinct: query.group === "report" ? "reportId" : null,
    offset: 0,
    limit: room,
    fields: ["id"],
  };
}
