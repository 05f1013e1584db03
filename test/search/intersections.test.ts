import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EngineAnswer } from "../../search/engine/engine.ts";
import { addAnswers, listIntersections } from "../../search/strict/intersections.ts";
import type { Conjunction } from "../../search/query-terms.ts";
import { buildTerm } from "../../search/query-terms.ts";

const words = Array.from("甲乙丙丁戊").map((character) => `${character}字`);
const build = (chosen: readonly string[]) => chosen.flatMap((word) => buildTerm([word], true));
const conjunction = fc
  .tuple(fc.subarray(words, { maxLength: 3 }), fc.subarray(words, { maxLength: 2 }))
  .map(([wanted, excluded]) => ({ wanted: build(wanted), excluded: build(excluded) }));
const document = fc.record({
  words: fc.subarray(words),
  year: fc.constantFrom("2020", "2021", "2022"),
});
type Document = { readonly words: readonly string[]; readonly year: string };

function holds(document: Document, { wanted, excluded }: Conjunction): boolean {
  const has = (term: Conjunction["wanted"][number]) =>
    document.words.includes(term.pieces.join(""));
  return wanted.every(has) && !excluded.some(has);
}

function count(documents: readonly Document[]): EngineAnswer {
  const year: Record<string, number> = {};
  for (const one of documents) year[one.year] = (year[one.year] ?? 0) + 1;
  return { hits: documents, estimatedTotal: documents.length, facets: { year } };
}

describe("inclusion and exclusion", () => {
  test("counts every holder of any alternative once", () => {
    fc.assert(
      fc.property(
        fc.array(conjunction, { minLength: 1, maxLength: 4 }),
        fc.array(document, { maxLength: 40 }),
        (alternatives, documents) => {
          const parts = listIntersections(alternatives).map(({ terms, sign }) => ({
            answer: count(documents.filter((one) => holds(one, terms))),
            sign,
          }));
          const any = documents.filter((one) => alternatives.some((terms) => holds(one, terms)));
          expect(addAnswers(parts).facets).toEqual({ year: count(any).facets["year"] });
        },
      ),
      { numRuns: 300 },
    );
  });

  test("of one alternative is that one", () => {
    const terms = { wanted: build(["甲字"]), excluded: [] };
    expect(listIntersections([terms])).toEqual([{ terms, sign: 1 }]);
  });

  test("of four alternatives is fifteen counts", () => {
    const alternatives = words.slice(0, 4).map((word) => ({ wanted: build([word]), excluded: [] }));
    expect(listIntersections(alternatives)).toHaveLength(15);
  });
});
