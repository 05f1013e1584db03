import { z } from "zod";
import type { Engine, EngineAnswer, EngineQuery } from "../engine/engine.ts";
import { buildSectionFilter } from "./build-report-filter.ts";
import { type AskSections, type FactOrder, findPage } from "./order-by-fact.ts";

/**
 * What to fetch: `own` is the query with the fields, offset and limit of its page, without the conditions on numbers;
 * those are `conditionFilter` (null for none) for the engine and `among` for the order.
 */
export interface OrderedQuery extends Pick<
  FactOrder,
  "columns" | "fact" | "direction" | "among" | "total"
> {
  readonly own: EngineQuery;
  readonly conditionFilter: string | null;
}

/** A document as the engine gives it, with the number by which it stands here; null where its report gives none. */
export interface OrderedDocument {
  readonly document: unknown;
  readonly value: number | null;
}

const sectionSchema = z.object({ id: z.string(), reportId: z.string(), position: z.int() });
const idSchema = sectionSchema.pick({ id: true });

/**
 * Fetches the page of a query in the order of a number of the reports. `own.fields` must have `id`.
 * @throws EngineUnavailable, EngineRefused
 */
export async function fetchOrdered(
  engine: Pick<Engine, "search">,
  query: OrderedQuery,
): Promise<readonly OrderedDocument[]> {
  const { own, columns, fact, direction, among, total } = query;
  const { offset, limit } = own;
  const order = { columns, fact, direction, total, offset, limit, ask: buildAsk(engine, query) };
  const page = await findPage(among === undefined ? order : { ...order, among });
  if (page.length === 0) return [];
  const { hits } = await engine.search({
    ...own,
    text: "",
    filter: [buildSectionFilter(page.map(({ id }) => id))],
    facets: [],
    sort: [],
    offset: 0,
    limit: page.length,
  });
  const documents = new Map(hits.map((hit) => [idSchema.parse(hit).id, hit]));
  return page.flatMap(({ id, value }) =>
    documents.has(id) ? [{ document: documents.get(id), value }] : [],
  );
}

/** Blocks are of reports that meet the conditions anyway, so only the whole query names these. */
function buildAsk(
  engine: Pick<Engine, "search">,
  { own, conditionFilter }: OrderedQuery,
): AskSections {
  const asked = { ...own, facets: ["section"], sort: [], offset: 0 };
  const fields = Object.keys(sectionSchema.shape);
  return async (filter, limit) => {
    const narrowing = [filter ?? conditionFilter].filter((one) => one !== null);
    const answer = await engine.search({
      ...asked,
      fields,
      limit,
      filter: [...own.filter, ...narrowing],
    });
    return {
      total: countSections(answer),
      hits: answer.hits.map((hit) => sectionSchema.parse(hit)),
    };
  };
}

/** Every section has exactly one kind, and counts of facets have no ceiling. */
function countSections({ facets }: EngineAnswer): number {
  return Object.values(facets["section"] ?? {}).reduce((sum, count) => sum + count, 0);
}
