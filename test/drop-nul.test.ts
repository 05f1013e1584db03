import fc from "fast-check";
import { expect, test } from "vitest";
import { dropNul } from "../corpus/drop-nul.ts";

test("texts lose U+0000 wherever they stand, and nothing else changes", () => {
  const held = { title: "年\u0000报", facts: [{ raw: "\u00001", value: 1 }], "a\u0000": null };
  expect(dropNul(held)).toEqual({
    title: "年\uFFFD报",
    facts: [{ raw: "\uFFFD1", value: 1 }],
    "a\uFFFD": null,
  });
  const plain = { text: String.raw`a \u0000 that is written out`, list: [true, 2, null] };
  expect(dropNul(plain)).toEqual(plain);
});

test("no text of any value keeps one", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(dropNul(value)).replaceAll(String.raw`\\`, "")).not.toContain(
        String.raw`\u0000`,
      );
    }),
  );
});
