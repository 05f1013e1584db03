import { describe, expect, it } from "vitest";
import { formatHalf } from "../../bench/relevance/format-report.ts";
import type { JudgedQuery } from "../../bench/relevance/judged-query.ts";
import { measureSystem, type JudgedTruth } from "../../bench/relevance/measure-system.ts";
import { summarizeOutcomes } from "../../bench/relevance/summarize.ts";
import { splitQuery } from "../../bench/relevance/systems/split-query.ts";

function judge(query: Pick<JudgedQuery, "q" | "kind">, grades: readonly string[], total: number) {
  const own: JudgedQuery = { ...query, id: query.q, half: "tuning", match: "text:x" };
  return { query: own, grades: new Map(grades.map((id) => [id, 3])), total };
}

const truths: readonly JudgedTruth[] = [
  judge({ q: "good", kind: "term" }, ["a"], 1),
  judge({ q: "wrong count", kind: "term" }, ["a"], 7),
  judge({ q: "missed", kind: "number" }, ["a"], 1),
  judge({ q: "refused", kind: "operator" }, ["a"], 1),
  judge({ q: "nothing", kind: "rare" }, [], 0),
];

const system = {
  search: (q: string) => {
    if (q === "refused") return Promise.reject(new Error("cannot be read"));
    const ids = q === "missed" ? [] : ["a"];
    return Promise.resolve({ ids, total: ids.length });
  },
};

describe("the figures of a system", () => {
  it("are means over the queries of a kind, refused ones as found nothing", async () => {
    const summaries = summarizeOutcomes(await measureSystem(system, truths));
    expect(summaries.get("term")).toEqual({
      ndcg: 1,
      recall: 1,
      zeroHit: 0,
      exact: 0.5,
      noise: null,
    });
    expect(summaries.get("number")).toMatchObject({ ndcg: 0, zeroHit: 1, exact: 0 });
    expect(summaries.get("rare")).toMatchObject({ ndcg: null, zeroHit: null, exact: 0, noise: 1 });
    expect(summaries.get("all")).toMatchObject({ ndcg: 0.5, zeroHit: 0.5, exact: 0.2 });
    expect(summaries.get("all but operator")?.zeroHit).toBeCloseTo(1 / 3, 10);
  });

  it("are a table for each measure, a row for each kind that it judges", async () => {
    const outcomes = await measureSystem(system, truths);
    const report = formatHalf("tuning", [{ name: "sample", outcomes }]);
    expect(report).toContain(
      "| nDCG@10 | queries | sample |\n| --- | --- | --- |\n| term | 2 | 1.000 |",
    );
    expect(report).toContain("| number | 1 | 0.000 |");
    expect(report).not.toContain("| pinyin |");
    expect(formatHalf("test", [{ name: "sample", outcomes }])).not.toContain("| term |");
  });
});

describe("splitQuery", () => {
  it("reads words, phrases in any marks, and a minus of any width", () => {
    expect(splitQuery('低保 “两 词” －殡葬 -"养 老" 2019-2021')).toEqual([
      { text: "低保", excluded: false },
      { text: "两 词", excluded: false },
      { text: "殡葬", excluded: true },
      { text: "养 老", excluded: true },
      { text: "2019-2021", excluded: false },
    ]);
  });
});
