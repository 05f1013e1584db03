import { describe, expect, it } from "vitest";
import { measureRanking } from "../../bench/relevance/metrics.ts";

const grades = new Map([
  ["a", 3],
  ["b", 2],
  ["c", 1],
]);

describe("measureRanking", () => {
  it("gives 1 to the best order", () => {
    expect(measureRanking(["a", "b", "c", "x"], grades)).toEqual({
      ndcg: 1,
      recall: 1,
      missed: false,
    });
  });

  it("discounts gains by rank, as worked out by hand", () => {
    // DCG: 3/log2(2) + 0/log2(3) + 7/log2(4) = 3 + 0 + 3.5 = 6.5
    // ideal: 7/log2(2) + 3/log2(3) + 1/log2(4) = 7 + 1.89279 + 0.5 = 9.39279
    const { ndcg, recall } = measureRanking(["b", "x", "a"], grades);
    expect(ndcg).toBeCloseTo(6.5 / 9.39279, 5);
    expect(recall).toBeCloseTo(2 / 3, 10);
  });

  it("looks at ten hits, and divides by what ten places can hold", () => {
    const many = new Map(Array.from({ length: 30 }, (_, index) => [`s${index}`, 2] as const));
    const ids = [...many.keys()];
    expect(measureRanking(ids.slice(0, 10), many)).toEqual({ ndcg: 1, recall: 1, missed: false });
    expect(measureRanking(ids.slice(0, 5), many).recall).toBe(0.5);
    const late = [...Array.from({ length: 10 }, (_, index) => `x${index}`), "a"];
    expect(measureRanking(late, grades).recall).toBe(0);
  });

  it("counts a hit that comes twice once", () => {
    const repeated = measureRanking(["a", "a", "b"], grades);
    expect(repeated.ndcg).toBeLessThan(measureRanking(["a", "b"], grades).ndcg);
    expect(repeated.recall).toBeCloseTo(2 / 3, 10);
  });

  it("tells an empty answer", () => {
    expect(measureRanking([], grades)).toEqual({ ndcg: 0, recall: 0, missed: true });
  });
});
