import { maxReachableHits } from "../query.ts";
import { buildReportExclusion, buildReportFilter } from "./build-report-filter.ts";
import { type FactColumns, readColumn } from "./fact-columns.ts";

export type Direction = "descending" | "ascending";

/** A section that matches, as the engine tells it. */
export interface FoundSection {
  readonly id: string;
  readonly reportId: string;
  readonly position: number;
}

/** How many sections match, all of them, and the first `limit` of these in any order. */
export interface FoundSections {
  readonly total: number;
  readonly hits: readonly FoundSection[];
}

/** Asks the engine for the sections of a query that meet a filter besides; null for all of the query's. */
export type AskSections = (filter: string | null, limit: number) => Promise<FoundSections>;

/** A section in its place, with the number by which it stands there; null for a report that does not give it. */
export interface OrderedSection extends FoundSection {
  readonly value: number | null;
}

/**
 * `among` are the reports that can match where conditions say so, else all; `total` is how many sections the query
 * finds; `offset` and `limit` count sections.
 */
export interface FactOrder {
  readonly columns: FactColumns;
  readonly fact: string;
  readonly direction: Direction;
  readonly among?: readonly string[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly ask: AskSections;
}

/** So many sections are fetched at once (13 ms) rather than looked for among the reports in order. */
const fewSections = 1_000;
/** How many a block that is fetched should hold. */
const fetchedSections = 300;
/** Reports of the largest block: the engine needs some 15 ms to know them. */
const largeBlock = 4_096;

/**
 * A page of the sections that a query finds, ordered by a number of their reports; equal ones by the report's id,
 * sections of a report as they stand in it, reports without the number last in either direction. The same question
 * has the same answer, and pages neither overlap nor leave out a section while the index stays as it is.
 */
export async function findPage(order: FactOrder): Promise<readonly OrderedSection[]> {
  const { total, offset, limit, ask } = order;
  const ranking = rankReports(order);
  if (offset >= total || limit <= 0) return [];
  if (total <= fewSections) {
    const { hits } = await ask(null, fewSections);
    return sortSections(hits, ranking).slice(offset, offset + limit);
  }
  return walkBlocks(order, ranking);
}

/** Reports in order. A report that the columns do not know (yet) ranks after all others. */
interface Ranking {
  readonly ids: readonly string[];
  readonly rankOf: (reportId: string) => number;
  readonly valueOf: (reportId: string) => number | null;
}

function rankReports(order: FactOrder): Ranking {
  const { columns, direction } = order;
  const values = readColumn(columns, order.fact);
  const valueAt = (position: number) => values[position] ?? Number.NaN;
  const sign = direction === "ascending" ? 1 : -1;
  const candidates = listCandidates(order);
  const having = candidates.filter((position) => !Number.isNaN(valueAt(position)));
  const lacking = candidates.filter((position) => Number.isNaN(valueAt(position)));
  // Stable: equal ones stay in the order of their ids.
  const sorted = [...having.sort((a, b) => sign * (valueAt(a) - valueAt(b))), ...lacking];
  const ranks = new Uint32Array(columns.reports.length).fill(sorted.length);
  for (const [rank, position] of sorted.entries()) ranks[position] = rank;
  const positionOf = (reportId: string) => columns.positions.get(reportId) ?? -1;
  return {
    ids: sorted.map((position) => columns.reports[position] ?? ""),
    rankOf: (reportId) => ranks[positionOf(reportId)] ?? sorted.length,
    valueOf: (reportId) => {
      const value = valueAt(positionOf(reportId));
      return Number.isNaN(value) ? null : value;
    },
  };
}

/** Positions of the reports that can match, in the order of their ids. */
function listCandidates({ columns, among }: FactOrder): Uint32Array {
  if (among === undefined) return columns.byId;
  const allowed = new Set(among);
  return columns.byId.filter((position) => allowed.has(columns.reports[position] ?? ""));
}

function sortSections(
  hits: readonly FoundSection[],
  { rankOf, valueOf }: Ranking,
): readonly OrderedSection[] {
  return hits
    .toSorted(
      (a, b) =>
        rankOf(a.reportId) - rankOf(b.reportId) ||
        compareIds(a.reportId, b.reportId) ||
        a.position - b.position,
    )
    .map((hit) => ({ ...hit, value: valueOf(hit.reportId) }));
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Goes through the reports in order, counting the sections of those before the page and fetching those on it. Where a
 * block holds more than was asked for, its first quarter is asked for instead.
 */
async function walkBlocks(order: FactOrder, ranking: Ranking): Promise<readonly OrderedSection[]> {
  const { ids } = ranking;
  const perReport = order.total / Math.max(1, ids.length);
  const fetched = keepWithin(fetchedSections / perReport, 1, largeBlock);
  const page: OrderedSection[] = [];
  let skip = order.offset;
  let size = largeBlock;
  for (let from = 0; from < ids.length && page.length < order.limit;) {
    const wish = keepWithin(skip / perReport, fetched, largeBlock);
    const block = ids.slice(from, from + Math.min(size, wish));
    const found = await askBlock(order.ask, block, fetched);
    if (found.total > skip && found.hits.length < found.total && block.length > 1) {
      size = Math.ceil(block.length / 4);
      continue;
    }
    page.push(...sortSections(found.hits, ranking).slice(skip));
    skip = Math.max(0, skip - found.total);
    from += block.length;
    size = largeBlock;
  }
  if (page.length < order.limit && order.among === undefined) {
    const { hits } = await order.ask(buildReportExclusion(ids), fewSections);
    page.push(...sortSections(hits, ranking).slice(skip));
  }
  return page.slice(0, order.limit);
}

/** Fetches a block of up to `fetched` reports and counts a larger one. */
function askBlock(
  ask: AskSections,
  block: readonly string[],
  fetched: number,
): Promise<FoundSections> {
  const fetching = block.length === 1 ? maxReachableHits : fewSections;
  return ask(buildReportFilter(block), block.length > fetched ? 0 : fetching);
}

function keepWithin(value: number, min: number, max: number): number {
  return Math.floor(Math.min(max, Math.max(min, value)));
}
