import fc from "fast-check";
import { expect, test } from "vitest";
import { foldName } from "../../../search/words/fold-name.ts";
import { parseQuery } from "../../../search/language/parse-query.ts";
import { quoteName } from "../../../search/language/quote-name.ts";
import { names } from "./fictional-names.ts";

const hostile = Array.from(
  "\"＂“”„「」『』〝〞'’`\\()（）[]|｜,，、:：-－!?*%。 \u3000\t\n\u200b\u0000局ab1",
);
const name = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...hostile), maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(fc.constantFrom(...hostile, " OR ", "year:2020", "NOT ", ".."))
      .map((all) => all.join("")),
  )
  .filter((text) => text.length < 400 && /[一-龥]/u.test(text));
const fold = (text: string) => foldName(text, names.simplify);

test("the name of any agency is read back as one filter that its name meets", () => {
  fc.assert(
    fc.property(name, (text) => {
      const q = `agency:${quoteName(text)}`;
      const { filters, text: words, conditions, problems } = parseQuery(q, names);
      expect([words, conditions, problems]).toEqual([[], [], []]);
      expect(filters.map(({ key, values, excluded }) => [key, values.length, excluded])).toEqual([
        ["agency", 1, false],
      ]);
      expect(fold(filters[0]?.values[0] ?? "")).toBe(fold(text));
    }),
    { numRuns: 2_000 },
  );
});
