import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildChips } from "../../../search/language/build-chips.ts";
import { parseQuery } from "../../../search/language/parse-query.ts";
import type { ParsedQuery, Span, TextNode } from "../../../search/language/parsed-query.ts";
import { names } from "./fictional-names.ts";

const pieces = [
  ...Array.from('ab新收年-－−()（）"＂“”「」『』|｜:：,，、;；.。><=＞＜＝!! \u3000\u200b1290万'),
  "OR",
  "或",
  "AND",
  "NOT",
  "..",
  "year",
  "年份",
  "region",
  "青山县",
  "落霞镇",
  "section",
  "agency",
  "2019",
  "1,234",
  "https://",
  "requests.newReceived.total",
  "requests.",
  "😀",
  "\ud800",
];
const query = fc.oneof(
  fc.string({ unit: "binary", maxLength: 100 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(" ")),
);

const read = (text: string): ParsedQuery => parseQuery(text, names);
const listParts = ({ text, filters, conditions }: ParsedQuery) => [
  ...text,
  ...filters,
  ...conditions,
];
const isWithin = (inner: Span, outer: Span) =>
  inner.start >= outer.start && inner.end <= outer.end && inner.start < inner.end;

/** Every node with the span that it must lie in. */
function listNested(nodes: readonly TextNode[], outer: Span): readonly (readonly [Span, Span])[] {
  return nodes.flatMap((node) => [
    [node.span, outer] as const,
    ...(node.kind === "any" ? node.options.flatMap((option) => listNested(option, node.span)) : []),
  ]);
}

describe("any string", () => {
  it("gives an answer whose spans lie within it and beside one another", () => {
    fc.assert(
      fc.property(query, (text) => {
        const parsed = read(text);
        const whole = { start: 0, end: text.length };
        const spans = listParts(parsed)
          .map(({ span }) => span)
          .toSorted((a, b) => a.start - b.start);
        for (const [inner, outer] of [
          ...listNested(parsed.text, whole),
          ...[...spans, ...parsed.problems.map(({ span }) => span)].map(
            (span) => [span, whole] as const,
          ),
        ])
          expect(isWithin(inner, outer)).toBe(true);
        for (const [index, span] of spans.entries())
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it("loses one part, and no other, with each chip that is taken away", () => {
    fc.assert(
      fc.property(query, (text) => {
        const parsed = read(text);
        const chips = buildChips(parsed, text);
        expect(chips.length).toBe(listParts(parsed).length);
        const left = chips.map(({ without }) => listParts(read(without)).length);
        expect(left).toEqual(chips.map(() => chips.length - 1));
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps every phrase as it stands between its marks", () => {
    const inner = fc
      .array(fc.constantFrom(...Array.from("年报，。：:|()-或 a1")), {
        minLength: 1,
        maxLength: 12,
      })
      .map((chars) => `年${chars.join("")}报`);
    const marks = fc.constantFrom('""', "＂＂", "“”", "「」", "『』", '“"', '"”', "「”");
    fc.assert(
      fc.property(inner, marks, (text, [open = "", close = ""]) => {
        expect(read(`${open}${text}${close}`).text).toMatchObject([{ kind: "phrase", text }]);
      }),
    );
  });
});

describe("a long query", () => {
  it.each([
    "(",
    ")",
    "-(",
    "(a OR ",
    '“"',
    "“",
    "a ",
    "a OR ",
    "region:",
    "x.y>1 ",
    "年，",
    "1,234,",
    "|",
    "-",
    "year:2019,",
    "region:青山县、",
  ])("of %s over and over is read to its end", (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    const parsed = read(text);
    expect(parsed.problems.length).toBeLessThanOrEqual(20);
    for (const { span } of listParts(parsed)) expect(span.end).toBeLessThanOrEqual(text.length);
  });
});
