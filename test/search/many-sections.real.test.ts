import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import { buildGrams } from "../../search/grams/build-grams.ts";
import { maxReachableHits } from "../../search/query.ts";
import type { SectionDocument } from "../../search/documents/section-document.ts";
import { buildFictionalReport } from "./fictional-report.ts";
import { openTrueSearch, type TrueSearch } from "./true-search.ts";

const phrase = "潮汐涨落观测";
const count = maxReachableHits + 600;
/** Every four characters of the phrase stand here in a row, but never all of them. */
const parts = "潮汐涨落，汐涨落观，涨落观测";
const years = [2019, 2020, 2021, 2022];
const isPart = (at: number): boolean => at % 100 === 0;

const template = buildSectionDocuments(
  buildFictionalReport({ regions: [], year: 2020, sections: [["other", "", "无"]] }),
  (text) => text,
)[0];

function buildStation(at: number): SectionDocument {
  if (template === undefined) throw new Error("no document");
  const agency = `第${at}观测站`;
  const content = `${agency}：${isPart(at) ? parts : phrase}。`;
  const grams = { ...template.grams, content: buildGrams(content) };
  const id = `station-${at}`;
  const year = years[at % years.length] ?? 2019;
  return { ...template, id, reportId: id, agency, content, grams, year };
}

let search: TrueSearch;
beforeAll(async () => {
  search = await openTrueSearch([]);
  await search.engine.addDocuments(
    "sections",
    Array.from({ length: count }, (_, at) => buildStation(at)),
  );
});
afterAll(() => search.close());

describe("a long phrase with more candidates than are read at once", () => {
  const held = count - count / 100;

  test("is counted roughly at first, and exactly once all are read", async () => {
    const first = await search.find({ q: `"${phrase}"` });
    expect([first.total, first.exact]).toEqual([count, false]);
    await search.parts.phrases.settle();
    const second = await search.find({ q: `"${phrase}"`, verbatim: "1" });
    expect([second.total, second.exact]).toEqual([held, true]);
    const counts = second.facets["year"]?.map(({ count: each }) => each) ?? [];
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(held);
  });

  test("is read anew where the index has changed", async () => {
    await search.engine.addDocuments("sections", [buildStation(count + 1)]);
    const first = await search.find({ q: `"${phrase}"` });
    expect([first.total, first.exact]).toEqual([count + 1, false]);
    await search.parts.phrases.settle();
    const second = await search.find({ q: `"${phrase}"` });
    expect([second.total, second.exact]).toEqual([held + 1, true]);
    await search.engine.deleteDocuments("sections", [`station-${count + 1}`]);
  });

  test("is exact at once where a filter leaves few of them", async () => {
    const { total, exact } = await search.find({ q: `"${phrase}"`, year: [2019] });
    const inYear = Array.from({ length: count }, (_, at) => at).filter((at) => at % 4 === 0);
    expect([total, exact]).toEqual([inYear.filter((at) => !isPart(at)).length, true]);
  });
});

describe("a filter by agency", () => {
  test("for more agencies than the engine counts is left out and told", async () => {
    const q = "agency:观测站 潮汐";
    const { total, exact, problems } = await search.find({ q });
    expect([total, exact]).toEqual([count, false]);
    expect(problems.map(({ start, end }) => q.slice(start, end))).toEqual(["agency:观测站"]);
    expect(problems[0]?.message).toContain("没有用它");
  });

  test("for one of them finds that one", async () => {
    const { total, exact, hits } = await search.find({ q: "agency:第77观测站" });
    expect([total, exact, hits[0]?.agency]).toEqual([1, true, "第77观测站"]);
  });
});
