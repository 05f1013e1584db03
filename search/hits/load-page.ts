import { findAskedSections } from "./asked-sections.ts";
import { readYear } from "../places/asked-year.ts";
import {
  type HitDocument,
  hitDocumentSchema,
  hitFields,
  type HitKey,
  hitKeySchema,
  keyFields,
} from "./build-hit.ts";
import type { EngineAnswer, EngineQuery } from "../engine/engine.ts";
import { buildReportExclusion } from "../facts/build-report-filter.ts";
import { loadDocuments } from "./load-documents.ts";
import { loadSequence } from "./load-sequence.ts";
import { countRanked, isTelling } from "./page-window.ts";
import { listWanted } from "../planner.ts";
import { maxReachableHits, type SearchQuery } from "../query.ts";
import { rankHits } from "./rank-hits.ts";
import { buildExclusionFilter } from "../filters/search-filter.ts";
import type { SearchParts } from "../search-parts.ts";
import { compareBySort } from "../filters/compare-by-sort.ts";
import { buildIntended } from "../strict/strict-questions.ts";
import type { StrictAnswer } from "../strict/strict-search.ts";
import type { UnderstoodQuery } from "../understood-query.ts";

/** The strict hits of a page, and whether there is another one. */
export interface StrictPage {
  readonly own: readonly HitDocument[];
  readonly hasMore: boolean;
}

interface Found {
  readonly understood: UnderstoodQuery;
  readonly strict: StrictAnswer;
}

/**
 * The hits of a page in their order. Those of the first pages are ranked here: the first ones of the engine together
 * with those of the parts of reports that the words ask about; behind them the engine's order goes on, without these.
 */
export async function loadPage(found: Found, parts: SearchParts): Promise<StrictPage> {
  const { understood, strict } = found;
  const { query } = understood;
  const { window } = strict;
  if (window.isSequenced) return loadSequencedPage(found, parts);
  if (window.limit === 0) return { own: [], hasMore: false };
  const start = findStart(query);
  if (window.isMerged && !window.isRanked) {
    const keys = strict.hits.map((hits) => readKeys({ hits }));
    const { own, hasMore } = cutPage(dropSame(mergeLists(keys, query), query), start, query);
    return {
      own: await loadDocuments(
        own.map(({ id }) => id),
        parts.engine,
      ),
      hasMore,
    };
  }
  const merged = dropSame(mergeLists(strict.hits.map(readDocuments), query), query);
  if (window.isRanked) {
    const ordered = rank(merged, readDocuments(strict.intended), understood);
    return cutPage(ordered, start, query);
  }
  const [asked] = strict.asked;
  const intended = asked && query.sort === "relevance" ? buildIntended(asked, understood) : null;
  if (asked === undefined || intended === null) return cutPage(merged, 0, query);
  return loadBehind({ asked, intended, found }, parts);
}

/** A page of several alternatives behind those that are ranked. */
async function loadSequencedPage(
  { understood, strict }: Found,
  parts: SearchParts,
): Promise<StrictPage> {
  const { query } = understood;
  const known = await loadRanked({ understood, strict }, parts);
  const start = findStart(query);
  const sequence = {
    query,
    disjoint: strict.disjoint,
    known,
    offset: start - known.length,
    limit: query.size + 1,
  };
  return cutPage(await loadSequence(sequence, parts), 0, query);
}

/** What the ranked pages show. */
async function loadRanked(
  { understood, strict }: Found,
  { engine }: SearchParts,
): Promise<readonly HitKey[]> {
  const { query, plan } = understood;
  if (query.sort !== "relevance" || !isTelling(plan)) return [];
  const whole = countRanked(query.size);
  const distinct = query.group === "report" ? "reportId" : null;
  const lists = strict.asked.map((asked): EngineQuery => ({
    ...asked,
    facets: [],
    offset: 0,
    limit: whole + 1,
    fields: keyFields,
    distinct,
  }));
  const promoted = lists.flatMap((list) => buildIntended(list, understood) ?? []);
  if (promoted.length === 0) {
    const found = (await engine.multiSearch(lists)).map(readKeys);
    return dropSame(mergeLists(found, query), query).slice(0, whole);
  }
  const all = [...lists, ...promoted].map((question) => ({ ...question, fields: hitFields }));
  const found = (await engine.multiSearch(all)).map(readAnswer);
  const merged = dropSame(mergeLists(found.slice(0, lists.length), query), query);
  return rank(merged, found.slice(lists.length).flat(), understood).slice(0, whole);
}

interface Behind {
  readonly asked: EngineQuery;
  readonly intended: EngineQuery;
  readonly found: Found;
}

/** A page behind the ranked hits: those that were promoted among them are left out of the engine's order. */
async function loadBehind(
  { asked, intended, found: { understood, strict } }: Behind,
  { engine }: SearchParts,
): Promise<StrictPage> {
  const { query } = understood;
  const start = findStart(query);
  const whole = countRanked(query.size);
  const first = { ...asked, facets: [], offset: 0, limit: whole };
  const [head = [], part = []] = (await engine.multiSearch([first, intended])).map(readAnswer);
  const before = rank(head, part, understood);
  const promoted = new Set(part.map((hit) => readKey(hit, query)));
  const kept = head.filter((hit) => !promoted.has(readKey(hit, query))).length;
  const tail = before.slice(start);
  const rest = await engine.search({
    ...asked,
    facets: [],
    filter: [...asked.filter, buildKeyExclusion([...promoted], query)],
    offset: kept + Math.max(0, start - before.length),
    limit: Math.max(0, strict.window.limit - tail.length),
  });
  return cutPage([...tail, ...readAnswer(rest)], 0, query);
}

/** The ranked hits: what was found twice stands once, and the one that is behind the page shows that there are more. */
function rank(
  hits: readonly HitDocument[],
  intended: readonly HitDocument[],
  understood: UnderstoodQuery,
): readonly HitDocument[] {
  const { query, plan } = understood;
  const whole = countRanked(query.size);
  const terms = listWanted(plan).map((term) => ({ term, weight: 1 }));
  const all = dropSame([...hits.slice(0, whole), ...intended], query);
  const ranked = rankHits(all, {
    terms,
    hasYear: asksForYear(understood),
    intents: findAskedSections(plan),
    typed: plan.typed,
  });
  const known = new Set(ranked.map((hit) => readKey(hit, query)));
  return [...ranked, ...hits.slice(whole).filter((hit) => !known.has(readKey(hit, query)))];
}

/** The page that begins at `at` among these hits. */
function cutPage<Key>(
  hits: readonly Key[],
  at: number,
  query: SearchQuery,
): { readonly own: readonly Key[]; readonly hasMore: boolean } {
  const start = findStart(query);
  const end = at + Math.min(query.size, maxReachableHits - start);
  const hasMore = hits.length > end && start + query.size < maxReachableHits;
  return { own: hits.slice(at, end), hasMore };
}

function findStart({ page, size }: SearchQuery): number {
  return Math.min((page - 1) * size, maxReachableHits);
}

function buildKeyExclusion(keys: readonly string[], { group }: SearchQuery): string {
  return group === "report" ? buildReportExclusion(keys) : buildExclusionFilter(keys);
}

function readDocuments(hits: readonly unknown[]): readonly HitDocument[] {
  return hits.map((hit) => hitDocumentSchema.parse(hit));
}

function readKeys({ hits }: Pick<EngineAnswer, "hits">): readonly HitKey[] {
  return hits.map((hit) => hitKeySchema.parse(hit));
}

function readAnswer({ hits }: EngineAnswer): readonly HitDocument[] {
  return readDocuments(hits);
}

/** What stands once among the hits: a section, or a report where these are grouped. */
export function readKey({ id, reportId }: HitKey, { group }: SearchQuery): string {
  return group === "report" ? reportId : id;
}

/** Each once, where it stands first. */
export function dropSame<Key extends HitKey>(
  hits: readonly Key[],
  query: SearchQuery,
): readonly Key[] {
  const first = new Map<string, Key>();
  for (const hit of hits) if (!first.has(readKey(hit, query))) first.set(readKey(hit, query), hit);
  return [...first.values()];
}

/** Whether the query names a year: newer is no better then. */
export function asksForYear({ query, plan }: UnderstoodQuery): boolean {
  return (
    query.year.length > 0 ||
    plan.parsed.filters.some(({ key }) => key === "year") ||
    listWanted(plan).some(({ pieces }) => readYear(pieces.join("")) !== null)
  );
}

/** Several lists as one in the order that was asked for: by relevance the first of each, then the second. */
function mergeLists<Key extends HitKey>(
  lists: readonly (readonly Key[])[],
  { sort }: SearchQuery,
): readonly Key[] {
  const [only = [], ...others] = lists;
  if (others.length === 0) return only;
  const rows = lists.flatMap((list) => list.map((hit, place) => ({ hit, place })));
  const byPlace = rows.toSorted((a, b) => a.place - b.place).map(({ hit }) => hit);
  return byPlace.toSorted((a, b) => compareBySort(sort, a, b));
}
