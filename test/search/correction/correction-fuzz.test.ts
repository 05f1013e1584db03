import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../../search/language/parse-query.ts";
import { names } from "../language/fictional-names.ts";
import { buildTestCorrector } from "./all-places.ts";

const correct = buildTestCorrector();

const pieces = [
  ...Array.from('青珊县惠按行证复议公开信息请申a"“”-()（）|:：><，、 　OR或2019年二〇'),
  "青山县",
  "落霞镇",
  "政府信公开",
  "依申公开请",
  "惠按縣",
  "xing",
  "xingzhengfuyi",
  "region:",
  "年份",
  "OR",
  "requests.newReceived.total",
  "长乐重都行朝",
  "😀",
  "\ud800",
  "İ",
];
const query = fc.oneof(
  fc.string({ unit: "binary", maxLength: 500 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(" ")),
  fc
    .array(fc.constantFrom(...pieces), { minLength: 400, maxLength: 500 })
    .map((parts) => parts.join("").slice(0, 500)),
);
const unknown = fc.oneof(
  fc.constant([]),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 4 }),
);

describe("any string", () => {
  it("gives at most three different queries, none of them as typed, each with one stretch replaced", () => {
    fc.assert(
      fc.property(query, unknown, (text, words) => {
        const found = correct(text, { unknown: words });
        const queries = found.map((one) => one.query);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set([...queries, text]).size).toBe(found.length + 1);
        for (const { from, to, query: corrected } of found) {
          const starts = Array.from({ length: text.length }, (_, at) => at).filter((at) =>
            text.startsWith(from, at),
          );
          const replaced = starts.map(
            (at) => text.slice(0, at) + to + text.slice(at + from.length),
          );
          expect(replaced).toContain(corrected);
          expect(to).not.toBe(from);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same each time", () => {
    fc.assert(
      fc.property(query, unknown, (text, words) => {
        const first = correct(text, { unknown: words });
        expect(correct(text, { unknown: words })).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  it("gives queries that are read like the typed one, with the same filters and no new problem", () => {
    fc.assert(
      fc.property(query, (text) => {
        const typed = parseQuery(text, names);
        const keys = typed.filters.map(({ key, excluded }) => ({ key, excluded }));
        for (const { query: corrected } of correct(text, { unknown: [] })) {
          const parsed = parseQuery(corrected, names);
          expect(parsed.filters.map(({ key, excluded }) => ({ key, excluded }))).toEqual(keys);
          expect(parsed.conditions.map(({ label }) => label)).toEqual(
            typed.conditions.map(({ label }) => label),
          );
          expect(parsed.problems.length).toBeLessThanOrEqual(typed.problems.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("keeps everything between quotation marks", () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), query, (piece, text) => {
        const phrase = `“惠按县${piece.replaceAll(/["“”]/gu, "")}”`;
        const around = text.replaceAll(/["“”„「」『』〝〞]/gu, "");
        for (const { query: corrected } of correct(`${phrase} ${around}`, { unknown: [] }))
          expect(corrected.startsWith(`${phrase} `)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
