import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { EngineQuery } from "../../../search/engine/engine.ts";
import { buildReportFilter } from "../../../search/facts/build-report-filter.ts";
import { buildFactColumns } from "../../../search/facts/fact-columns.ts";
import { findReports } from "../../../search/facts/find-reports.ts";
import { fetchOrdered, type OrderedQuery } from "../../../search/facts/fetch-ordered.ts";
import type { Search } from "../../../search/main.ts";
import { buildSortRules } from "../../../search/filters/sort-rules.ts";
import { fictionalReports, openFictionalSearch } from "../fictional-search.ts";
import { buildRow } from "./fact-rows.ts";

const key = "requests.newReceived.total";
const documentSchema = z.object({ id: z.string(), title: z.string() });

/** The numbers of the fictional reports in their order; the third does not give one. */
const numbers = [12, 300];
const columns = buildFactColumns(
  fictionalReports.map(({ id }, index) => {
    const value = numbers[index];
    return buildRow(id, value === undefined ? {} : { [key]: value });
  }),
);

let search: Search;
beforeAll(async () => {
  search = await openFictionalSearch();
});
afterAll(() => search.close());

const everything: EngineQuery = {
  index: "sections",
  text: "",
  strategy: "all",
  attributes: null,
  filter: [],
  facets: ["section"],
  sort: [],
  offset: 0,
  limit: 100,
  fields: ["id"],
};

async function countSections(filter: string): Promise<number> {
  const { facets } = await search.engine.search({ ...everything, limit: 0, filter: [filter] });
  return Object.values(facets["section"] ?? {}).reduce((sum, count) => sum + count, 0);
}

interface PageWish extends Partial<Pick<OrderedQuery, "conditionFilter" | "among">> {
  readonly filter?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
}

/** The ids, titles and numbers of a page, the greatest number first. */
async function fetchPage({ conditionFilter = null, among, ...wish }: PageWish) {
  const own = { ...everything, ...wish, fields: ["id", "title"] };
  const filter = [...own.filter, ...(conditionFilter === null ? [] : [conditionFilter])];
  const { facets } = await search.engine.search({ ...own, filter });
  const total = Object.values(facets["section"] ?? {}).reduce((sum, count) => sum + count, 0);
  const order = { columns, fact: key, direction: "descending", total } as const;
  const query = { ...order, own, conditionFilter, ...(among && { among }) };
  const documents = await fetchOrdered(search.engine, query);
  return documents.map(({ document, value }) => {
    const { id, title } = documentSchema.parse(document);
    return [id, title, value] as const;
  });
}

describe("with the engine", () => {
  test.each([
    [[">", 100], 2],
    [[">=", 12], 5],
    [["!=", 12], 2],
    [["<", 0], 0],
  ] as const)(
    "reports with a number %j have their sections found",
    async ([comparison, value], count) => {
      const found = findReports(columns, [{ fact: key, comparison, value }]);
      expect(await countSections(buildReportFilter(found, columns.reports))).toBe(count);
    },
  );

  test("all reports at once are no exception", async () => {
    const filter = buildReportFilter(columns.reports, columns.reports);
    expect(await countSections(filter)).toBe(6);
  });

  test("sections are in the order of the number, two at a time, as whole documents", async () => {
    const [first, second, third] = fictionalReports.map(({ id }) => id);
    const pages: unknown[] = [];
    for (const offset of [0, 2, 4, 6]) pages.push(...(await fetchPage({ offset, limit: 2 })));
    expect(pages).toEqual([
      [`${second}-0`, "松岭乡2022年政府信息公开工作年度报告", 300],
      [`${second}-1`, "松岭乡2022年政府信息公开工作年度报告", 300],
      [`${first}-0`, "官庄镇2023年政府信息公开工作年度报告", 12],
      [`${first}-1`, "官庄镇2023年政府信息公开工作年度报告", 12],
      [`${first}-2`, "官庄镇2023年政府信息公开工作年度报告", 12],
      [`${third}-0`, "临江区2022年政府信息公开工作年度报告", null],
    ]);
  });

  test("words, filters and conditions hold in that order too", async () => {
    const [first] = fictionalReports.map(({ id }) => id);
    const found = findReports(columns, [{ fact: key, comparison: "<", value: 100 }]);
    const conditionFilter = buildReportFilter(found, columns.reports);
    const narrowed = { conditionFilter, among: found };
    const ids = (page: readonly (readonly unknown[])[]) => page.map(([id]) => id);
    expect(ids(await fetchPage(narrowed))).toEqual([`${first}-0`, `${first}-1`, `${first}-2`]);
    const filter = ['section IN ["disclosure"]'];
    expect(ids(await fetchPage({ ...narrowed, filter }))).toEqual([`${first}-1`]);
    expect(ids(await fetchPage({ filter: ["year = 2022"], offset: 2 }))).toHaveLength(1);
  });

  test("an order by the date of publication is one, either way", async () => {
    const readDates = async (sort: "publishedNewest" | "publishedOldest") => {
      const asked = { ...everything, sort: buildSortRules(sort), fields: ["published"] };
      const { hits } = await search.engine.search(asked);
      return hits.map((hit) => z.object({ published: z.string() }).parse(hit).published);
    };
    const newest = await readDates("publishedNewest");
    expect(newest).toHaveLength(6);
    expect(newest).toEqual(newest.toSorted().toReversed());
    expect(await readDates("publishedOldest")).toEqual(newest.toSorted());
  });
});
