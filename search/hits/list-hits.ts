import type { EngineQuery } from "../engine/engine.ts";
import { fetchOrdered } from "../facts/fetch-ordered.ts";
import { type HitDocument, hitDocumentSchema, hitFields, type Marking } from "./build-hit.ts";
import { loadHits } from "./load-hits.ts";
import { asksForYear, dropSame, loadPage, readKey } from "./load-page.ts";
import { listMarkedTerms } from "../passage/marked-terms.ts";
import { maxReachableHits, readFactSort, type SearchQuery } from "../query.ts";
import { rankHits } from "./rank-hits.ts";
import type { RelaxedAnswer } from "../relaxed/relaxed-search.ts";
import type { SearchParts } from "../search-parts.ts";
import type { Hit } from "../search-result.ts";
import type { StrictAnswer } from "../strict/strict-search.ts";
import { sumSections } from "../strict/sum-sections.ts";
import type { UnderstoodQuery } from "../understood-query.ts";

/** The hits of a page and whether there is another one. */
export interface HitPage {
  readonly hits: readonly Hit[];
  readonly hasMore: boolean;
}

interface Listing {
  readonly understood: UnderstoodQuery;
  readonly strict: StrictAnswer;
  readonly relaxed: Pick<RelaxedAnswer, "hits" | "terms">;
  /** A page that is not filled so far takes relaxed hits. */
  readonly fillTo: number;
}

/** Chooses, orders and loads the hits of a page. @throws EngineUnavailable, EngineRefused */
export async function listHits(listing: Listing, parts: SearchParts): Promise<HitPage> {
  const { understood, strict } = listing;
  const { plan, query } = understood;
  const { simplify } = parts.language;
  const marking: Marking = { terms: listMarkedTerms(plan), latin: plan.latin, simplify };
  if (readFactSort(query.sort) !== null) return listOrdered(listing, marking, parts);
  const { own, hasMore } = await loadPage(listing, parts);
  const known = new Set(own.map((hit) => readKey(hit, query)));
  const room = Math.max(0, Math.min(listing.fillTo, query.size) - own.length);
  const { hits, terms } = listing.relaxed;
  const ranked = rankHits(hits, { terms, hasYear: asksForYear(understood) });
  const others = ranked.filter((hit) => !known.has(readKey(hit, query)));
  const relaxed = dropSame(others, query).slice(0, room);
  const asked = query.group === "report" ? strict.asked : [];
  return { hits: await loadHits({ strict: own, relaxed, marking, asked }, parts), hasMore };
}

/** The page in the order of a number, each alternative from its first hit. */
async function listOrdered(
  { understood, strict }: Listing,
  marking: Marking,
  parts: SearchParts,
): Promise<HitPage> {
  const { query } = understood;
  const start = (query.page - 1) * query.size;
  if (start >= maxReachableHits) return { hits: [], hasMore: false };
  const end = Math.min(start + query.size, maxReachableHits);
  const isMerged = strict.asked.length > 1;
  const place = isMerged
    ? { offset: 0, limit: end + 1 }
    : { offset: start, limit: end - start + 1 };
  const lists = await Promise.all(
    strict.asked.map(async (asked) => loadOrdered({ ...asked, ...place }, understood, parts)),
  );
  const rows = isMerged ? mergeOrdered(lists, query) : lists.flat();
  const from = isMerged ? start : 0;
  const page = rows.slice(from, from + end - start);
  const asked = query.group === "report" ? strict.asked : [];
  const own = page.map(({ document }) => document);
  const hits = await loadHits({ strict: own, relaxed: [], marking, asked }, parts);
  const values = new Map(page.map(({ document, value }) => [document.id, value]));
  return {
    hits: hits.map((hit) => ({ ...hit, value: values.get(hit.id) ?? null })),
    hasMore: rows.length > from + end - start && end < maxReachableHits,
  };
}

interface OrderedHit {
  readonly document: HitDocument;
  readonly value: number | null;
}

async function loadOrdered(
  asked: EngineQuery,
  { query, among }: UnderstoodQuery,
  { engine, readFacts }: SearchParts,
): Promise<readonly OrderedHit[]> {
  const order = readFactSort(query.sort);
  if (order === null) return [];
  const distinct = query.group === "report" ? "reportId" : null;
  const own = { ...asked, distinct, fields: hitFields };
  // With one hit per report the engine counts reports.
  const counted = await engine.search({ ...own, facets: ["section"], offset: 0, limit: 0 });
  const found = await fetchOrdered(engine, {
    columns: await readFacts(),
    ...order,
    total: sumSections(counted),
    conditionFilter: null,
    own,
    ...(among !== null && { among }),
  });
  return found.map(({ document, value }) => ({
    document: hitDocumentSchema.parse(document),
    value,
  }));
}

function mergeOrdered(
  lists: readonly (readonly OrderedHit[])[],
  query: SearchQuery,
): readonly OrderedHit[] {
  const sign = readFactSort(query.sort)?.direction === "descending" ? -1 : 1;
  const first = new Map<string, OrderedHit>();
  for (const hit of lists.flat()) {
    const key = readKey(hit.document, query);
    if (!first.has(key)) first.set(key, hit);
  }
  return [...first.values()].toSorted(
    (a, b) => compareValues(a.value, b.value, sign) || comparePlaces(a.document, b.document),
  );
}

/** As the lists themselves: by the report's id, sections as they stand in it. */
function comparePlaces(one: HitDocument, other: HitDocument): number {
  if (one.reportId === other.reportId) return one.position - other.position;
  return one.reportId < other.reportId ? -1 : 1;
}

function compareValues(one: number | null, other: number | null, sign: 1 | -1): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null ? -1 : sign * (one - other);
}
