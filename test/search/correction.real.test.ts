import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Correct } from "../../search/search-parts.ts";
import { fictionalReports } from "./fictional-search.ts";
import { openTrueSearch, type TrueSearch } from "./true-search.ts";

let search: TrueSearch;
beforeAll(async () => {
  search = await openTrueSearch(fictionalReports);
});
afterAll(() => search.close());

/** Says of one slip what was meant, wherever it is asked, and remembers what nothing holds. */
function openCorrector(from: string, to: string) {
  const heard: (readonly string[])[] = [];
  const correct: Correct = (query, { unknown }) => {
    heard.push(unknown);
    return query.includes(from) ? [{ from, to, query: query.replace(from, to) }] : [];
  };
  return { heard, correct };
}

describe("other words that were probably meant", () => {
  test("are searched where nothing holds what was typed, and it is said", async () => {
    const { correct, heard } = openCorrector("行证处罚", "行政处罚");
    const [typed, meant] = [
      await search.find({ q: "行证处罚" }, correct),
      await search.find({ q: "行政处罚" }),
    ];
    expect(typed.correction).toEqual({
      from: "行证处罚",
      to: "行政处罚",
      query: "行政处罚",
      applied: true,
      reason: "slip",
    });
    expect(typed.query).toBe("行证处罚");
    expect(typed.total).toBeGreaterThan(0);
    expect([typed.total, typed.hits, typed.facets]).toEqual([
      meant.total,
      meant.hits,
      meant.facets,
    ]);
    expect(heard.flat().join("")).toContain("行");
  });

  test("are only offered where the reader wants the words as typed", async () => {
    const { correct } = openCorrector("行证处罚", "行政处罚");
    const result = await search.find({ q: "行证处罚", verbatim: "1" }, correct);
    expect(result.correction).toMatchObject({ query: "行政处罚", applied: false });
    expect(result.total).toBe(0);
  });

  test("keep the rest of the query and its filters", async () => {
    const { correct } = openCorrector("行证处罚", "行政处罚");
    const typed = await search.find({ q: "行证处罚 -官庄镇", year: [2022] }, correct);
    const meant = await search.find({ q: "行政处罚 -官庄镇", year: [2022] });
    expect(typed.correction?.query).toBe("行政处罚 -官庄镇");
    expect([typed.total, typed.hits]).toEqual([meant.total, meant.hits]);
    expect(typed.total).toBe(1);
  });

  test("are not looked for where sections enough hold what was typed", async () => {
    const { correct, heard } = openCorrector("官庄镇", "松岭乡");
    const result = await search.find({ q: "官庄镇" }, correct);
    expect([result.total, result.correction, heard]).toEqual([3, null, []]);
  });

  test("are not told where they find nothing either", async () => {
    const { correct } = openCorrector("火星探测", "木星探测");
    expect((await search.find({ q: "火星探测" }, correct)).correction).toBeNull();
  });

  test("are not told where they find but few more", async () => {
    const { correct, heard } = openCorrector("行政许可", "公开");
    const result = await search.find({ q: "行政许可" }, correct);
    expect([result.total, result.correction, heard.length]).toEqual([1, null, 1]);
  });
});
