import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyIndex, type Offer, type RowKeys } from "../../search/suggest/key-index.ts";

const text = fc.string({ unit: fc.constantFrom("官", "庄", "a", "b"), minLength: 1, maxLength: 4 });
const rows = fc.array(
  fc.record({
    keys: fc.array(fc.record({ key: text, from: fc.nat(2) }), { maxLength: 3 }),
    texts: fc.array(text, { maxLength: 2 }),
  }),
  { maxLength: 12 },
);

/** The best rank that each row was offered with, by row. */
function collect(visit: (offer: Offer) => void): Readonly<Record<string, number>> {
  const ranks: Record<string, number> = {};
  visit((row, rank) => {
    ranks[row] = Math.min(ranks[row] ?? rank, rank);
  });
  return ranks;
}

/** The same, looking at every row. */
function lookThrough(
  all: readonly RowKeys[],
  judge: (row: RowKeys) => number | null,
): Readonly<Record<string, number>> {
  const ranks = all.flatMap((row, index) => {
    const rank = judge(row);
    return rank === null ? [] : [[String(index), rank] as const];
  });
  return Object.fromEntries(ranks);
}

test("rows are found as by looking at each", () => {
  fc.assert(
    fc.property(rows, text, (all, typed) => {
      const index = new KeyIndex(all);
      expect(collect((offer) => index.offerWhole(typed, offer))).toEqual(
        lookThrough(all, ({ keys }) => (keys.some(({ key }) => key === typed) ? 0 : null)),
      );
      expect(collect((offer) => index.offerBeginnings(typed, offer))).toEqual(
        lookThrough(all, ({ keys }) => {
          const begun = keys.filter(
            ({ key, from }) => key.startsWith(typed) && typed.length > from,
          );
          if (begun.length === 0) return null;
          return begun.some(({ key }) => key === typed) ? 0 : 1;
        }),
      );
      const within = ({ texts }: RowKeys): boolean => texts.some((each) => each.includes(typed));
      expect(collect((offer) => index.offerWithin(typed, offer))).toEqual(
        lookThrough(all, (row) => (within(row) ? 2 : null)),
      );
      for (const [row, keys] of all.entries()) expect(index.holds(row, typed)).toBe(within(keys));
    }),
  );
});
