import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listDisjointParts } from "../../search/strict/disjoint-parts.ts";
import { buildTerm, type Conjunction } from "../../search/query-terms.ts";

const words = Array.from("甲乙丙丁戊").map((character) => `${character}字`);
const build = (chosen: readonly string[]) => chosen.flatMap((word) => buildTerm([word], true));
const conjunction = fc
  .tuple(fc.subarray(words, { maxLength: 3 }), fc.subarray(words, { maxLength: 2 }))
  .map(([wanted, excluded]) => ({ wanted: build(wanted), excluded: build(excluded) }));

function holds(held: readonly string[], { wanted, excluded }: Conjunction): boolean {
  const has = (term: Conjunction["wanted"][number]) => held.includes(term.pieces.join(""));
  return wanted.every(has) && !excluded.some(has);
}

const choose = (texts: readonly string[]) =>
  texts.map((text) => ({ wanted: build(text.split(" ")), excluded: [] }));

describe("parts without a section in common", () => {
  test("hold every holder of any alternative once, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.array(conjunction, { minLength: 1, maxLength: 4 }),
        fc.subarray(words),
        (alternatives, held) => {
          const parts = listDisjointParts(alternatives).filter((part) => holds(held, part));
          const isHeld = alternatives.some((terms) => holds(held, terms));
          expect(parts).toHaveLength(Number(isHeld));
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    [["甲字", "乙字", "丙字", "丁字"], 4],
    [["甲字 丙字", "甲字 丁字", "乙字 丙字", "乙字 丁字"], 4],
    [["甲字 乙字", "甲字 丙字", "甲字 丁字", "甲字 戊字"], 4],
    [["甲字", "甲字 乙字"], 1],
  ])("of %s are %i", (texts, count) => {
    expect(listDisjointParts(choose(texts))).toHaveLength(count);
  });
});
