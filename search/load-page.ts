import { type HitDocument, hitDocumentSchema } from "./build-hit.ts";
import type { EngineAnswer, EngineQuery } from "./engine/engine.ts";
import { buildReportExclusion } from "./facts/build-report-filter.ts";
import { countRanked } from "./page-window.ts";
import { listWanted } from "./planner.ts";
import { maxReachableHits, type SearchQuery } from "./query.ts";
import { rankHits } from "./rank-hits.ts";
import { buildExclusionFilter } from "./search-filter.ts";
import type { SearchParts } from "./search-parts.ts";
import { compareBySort } from "./compare-by-sort.ts";
import { buildIntended } from "./strict-questions.ts";
import type { StrictAnswer } from "./strict-search.ts";
import type { UnderstoodQuery } from "./understood-query.ts";

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
  if (window.limit === 0) return { own: [], hasMore: false };
  const lists = strict.hits.map(readDocuments);
  const merged = dropSame(mergeLists(lists, query), query);
  const start = findStart(query);
  if (window.isRanked) {
    const ordered = rank(merged, readDocuments(strict.intended), understood);
    return cutPage(ordered, start, query);
  }
  if (window.isMerged) return cutPage(merged, start, query);
  const [asked] = strict.asked;
  const intended = asked && query.sort === "relevance" ? buildIntended(asked, understood) : null;
  if (asked === undefined || intended === null) return cutPage(merged, 0, query);
  return loadBehind({ asked, intended, found }, parts);
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
  const ranked = rankHits(all, { terms, hasYear: asksForYear(understood) });
  const known = new Set(ranked.map((hit) => readKey(hit, query)));
  return [...ranked, ...hits.slice(whole).filter((hit) => !known.has(readKey(hit, query)))];
}

/** The page that begins at `at` among these hits. */
function cutPage(hits: readonly HitDocument[], at: number, query: SearchQuery): StrictPage {
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

function readAnswer({ hits }: EngineAnswer): readonly HitDocument[] {
  return readDocuments(hits);
}

/** What stands once among the hits: a section, or a report where these are grouped. */
export function readKey({ id, reportId }: HitDocument, { group }: SearchQuery): string {
  return group === "report" ? reportId : id;
}

/** Each once, where it stands first. */
export function dropSame(hits: readonly HitDocument[], query: SearchQuery): readonly HitDocument[] {
  const first = new Map<string, HitDocument>();
  for (const hit of hits) if (!first.has(readKey(hit, query))) first.set(readKey(hit, query), hit);
  return [...first.values()];
}

/** Whether the query names a year: newer is no better then. */
export function asksForYear({ query, plan }: UnderstoodQuery): boolean {
  return (
    query.year.length > 0 ||
    plan.parsed.filters.some(({ key }) => key === "year") ||
    listWanted(plan).some(({ pieces }) => /^20\d\d年?$/.test(pieces.join("")))
  );
}

/** Several lists as one in the order that was asked for: by relevance the first of each, then the second. */
function mergeLists(
  lists: readonly (readonly HitDocument[])[],
  { sort }: SearchQuery,
): readonly HitDocument[] {
  const [only = [], ...others] = lists;
  if (others.length === 0) return only;
  const rows = lists.flatMap((list) => list.map((hit, place) => ({ hit, place })));
  const byPlace = rows.toSorted((a, b) => a.place - b.place).map(({ hit }) => hit);
  return byPlace.toSorted((a, b) => compareBySort(sort, a, b));
}
