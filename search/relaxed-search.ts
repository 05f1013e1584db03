import type { EngineAnswer, EngineQuery } from "./engine/engine.ts";
import { type HitDocument, hitDocumentSchema, hitFields } from "./build-hit.ts";
import { buildEngineWords } from "./planner.ts";
import { buildTerm, type Conjunction, type QueryTerm, type TermLanguage } from "./query-terms.ts";
import type { WeighedTerm } from "./rank-hits.ts";
import { buildFilter } from "./search-filter.ts";
import type { SearchParts } from "./search-parts.ts";
import { sumSections } from "./sum-sections.ts";
import { findSynonyms } from "./synonyms.ts";
import type { UnderstoodQuery } from "./understood-query.ts";

/** How often each term stands in the sections that the filters leave, and hits for it. */
interface TermFound {
  readonly term: QueryTerm;
  readonly count: number;
  readonly hits: readonly HitDocument[];
}

/** What is found with less than was asked for. */
export interface RelaxedAnswer {
  /** The nearest first, each once. */
  readonly hits: readonly HitDocument[];
  /** Words of the query that they may hold, and how much each tells. */
  readonly terms: readonly WeighedTerm[];
  /** Words that no section holds. */
  readonly unknown: readonly string[];
}

const mostSynonyms = 4;

/**
 * Looks for sections that hold nearly what was asked for: other words for the same, then all words but one (the most
 * frequent left out first, since rare words tell more), then fewer and fewer. A phrase that nobody holds is taken as its
 * words. @throws EngineUnavailable, EngineRefused
 */
export async function findRelaxed(
  { wanted, excluded }: Conjunction,
  understood: UnderstoodQuery,
  { parts, room }: { readonly parts: SearchParts; readonly room: number },
): Promise<RelaxedAnswer> {
  const ask = (steps: readonly (readonly QueryTerm[])[]) =>
    askSteps(
      steps.map((terms) => ({ wanted: terms, excluded })),
      understood,
      { parts, room },
    );
  const others = listSynonymous(wanted, parts.language);
  const without = listWithoutOne(wanted);
  const first = await ask([...others, ...without, ...wanted.map((term) => [term])]);
  const found = first
    .slice(others.length + without.length)
    .flatMap((answer, at) => readTerm(wanted[at], answer) ?? []);
  const known = found.filter(({ count }) => count > 0).toSorted((a, b) => a.count - b.count);
  const unknown = found.filter(({ count }) => count === 0).map(({ term }) => term);
  const pieces = unknown.flatMap((term) => splitTerm(term));
  const further = await ask(
    listChain([...known.map(({ term }) => term), ...pieces], wanted.length),
  );
  return {
    hits: dropDoubles([...first, ...further].flatMap(readHits)),
    terms: weighTerms(known, pieces),
    unknown: unknown.map(({ pieces: words }) => words.join("")),
  };
}

/** All terms but one, for each of them. */
function listWithoutOne(wanted: readonly QueryTerm[]): readonly (readonly QueryTerm[])[] {
  return wanted.length > 1 ? wanted.map((term) => wanted.filter((one) => one !== term)) : [];
}

/** Rare words tell more (inverse document frequency); the parts of an unknown one as much as a rare word. */
function weighTerms(
  known: readonly TermFound[],
  parts: readonly QueryTerm[],
): readonly WeighedTerm[] {
  const most = Math.max(1, ...known.map(({ count }) => count));
  const weigh = (count: number) => Math.log(1 + (2 * most) / count);
  return [
    ...known.map(({ term, count }) => ({ term, weight: weigh(count) })),
    ...parts.map((term) => ({ term, weight: weigh(most) })),
  ];
}

/** The terms with one of them in other words. */
function listSynonymous(
  wanted: readonly QueryTerm[],
  { segmenter }: TermLanguage,
): readonly (readonly QueryTerm[])[] {
  return wanted
    .flatMap((term, at) =>
      (term.quoted ? [] : findSynonyms(term.pieces.join(""))).flatMap((word) =>
        buildTerm(segmenter.cut(word), false).map((other) => wanted.with(at, other)),
      ),
    )
    .slice(0, mostSynonyms);
}

/** A term that is nowhere as its words, or a long word as its halves. */
function splitTerm({ pieces }: QueryTerm): readonly QueryTerm[] {
  const words = pieces.filter((piece) => /[\p{L}\p{Nd}]/u.test(piece));
  if (words.length > 1) return words.flatMap((word) => buildTerm([word], false));
  const characters = Array.from(words[0] ?? "");
  if (characters.length < 4) return [];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half), characters.slice(half)].flatMap((part) =>
    buildTerm([part.join("")], false),
  );
}

/** Fewer and fewer terms, the rarest kept longest; not all of them where all were asked for already. */
function listChain(terms: readonly QueryTerm[], asked: number): readonly (readonly QueryTerm[])[] {
  const longest = Math.min(terms.length, 9);
  const chain: (readonly QueryTerm[])[] = [];
  for (let length = longest; length >= 1; length -= 1)
    if (length !== asked || terms.length !== asked) chain.push(terms.slice(0, length));
  return chain;
}

async function askSteps(
  steps: readonly Conjunction[],
  { query, filters }: UnderstoodQuery,
  { parts, room }: { readonly parts: SearchParts; readonly room: number },
): Promise<readonly EngineAnswer[]> {
  const filter = [...buildFilter(query, parts.language.regions), ...filters];
  const shared = { index: "sections" as const, filter, facets: ["section"], sort: [], offset: 0 };
  const distinct = query.group === "report" ? "reportId" : null;
  const questions = steps.map((step): EngineQuery => ({
    ...buildEngineWords(step),
    ...shared,
    distinct,
    limit: room,
    fields: hitFields,
  }));
  return questions.length === 0 ? [] : parts.engine.multiSearch(questions);
}

function readTerm(term: QueryTerm | undefined, answer: EngineAnswer): TermFound | null {
  return term === undefined ? null : { term, count: sumSections(answer), hits: readHits(answer) };
}

function readHits({ hits }: EngineAnswer): readonly HitDocument[] {
  return hits.map((hit) => hitDocumentSchema.parse(hit));
}

function dropDoubles(hits: readonly HitDocument[]): readonly HitDocument[] {
  const first = new Map<string, HitDocument>();
  for (const hit of hits) if (!first.has(hit.id)) first.set(hit.id, hit);
  return [...first.values()];
}
