import fc from "fast-check";
import { expect, test } from "vitest";
import { PairTable } from "../../../search/correction/pair-table.ts";

const point = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x4e20 }),
  fc.integer({ min: 0x3400, max: 0x9fff }),
);

test("pairs are counted as a map would count them, however many", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(point, point), { maxLength: 3_000 }), (added) => {
      const pairs = new PairTable();
      const counts = new Map<string, number>();
      for (const pair of added) {
        pairs.add(...pair);
        counts.set(String(pair), (counts.get(String(pair)) ?? 0) + 1);
      }
      expect(pairs.size).toBe(counts.size);
      for (const pair of added) expect(pairs.count(...pair)).toBe(counts.get(String(pair)));
      expect(pairs.count(0x9fff, 0x3400)).toBe(counts.get("40959,13312") ?? 0);
      const characters = new Set(added.flat().map((each) => String.fromCodePoint(each)));
      expect(new Set(pairs.listCharacters())).toEqual(characters);
    }),
    { numRuns: 50 },
  );
});
