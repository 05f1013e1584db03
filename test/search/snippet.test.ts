import fc from "fast-check";
import { expect, test } from "vitest";
import { buildHighlighter } from "../../search/passage/highlight.ts";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";
import { buildSnippet } from "../../search/passage/snippet.ts";

const simplify = openSimplifier();
const cutFor = (text: string, ...terms: readonly string[]) => {
  const highlight = buildHighlighter(
    terms.map((term) => ({ pieces: [term], quoted: true })),
    simplify,
  );
  return buildSnippet(text, highlight(text));
};

const number = fc.oneof(
  fc.constantFrom(
    "8840",
    "12.5%",
    "-3.25",
    "1,234,567",
    "８８４０",
    "１２．５％",
    "１，２３４",
    "20‰",
    "+7",
  ),
  fc.nat({ max: 10 ** 9 }).map(String),
  fc.string({ unit: fc.constantFrom("0", "7"), minLength: 20, maxLength: 60 }),
);
const word = fc.constantFrom(
  ..."公开 申请 行政处罚 ， 。 、 \n IPv6 gov e\u0301 𠀀 𠀀𠀀 👨‍👩‍👧".split(" "),
  "  ",
  "",
);
/** Numbers stand apart, so that it is known where each begins and ends. */
const printed = fc
  .array(
    fc.oneof(
      word,
      number.map((text) => `件${text}件`),
    ),
    { maxLength: 150 },
  )
  .map((parts) => parts.join(""));
const terms = fc.subarray(["公开", "申请", "8840", "IPv6", "行政处罚", "𠀀"]);

/** Numbers with their signs, separators and %, as they stand in a text. */
const numbers = /[-+]?\p{Nd}+(?:[.,．，]\p{Nd}+)*[%％‰]?/gu;

test("a snippet is a stretch of the text, with marks inside it that do not overlap", () => {
  fc.assert(
    fc.property(printed, terms, (text, wanted) => {
      const { snippet, marks } = cutFor(text, ...wanted);
      expect(text).toContain(snippet);
      let before = -1;
      for (const { start, end } of marks) {
        expect(start).toBeGreaterThan(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(snippet.length);
        before = end;
      }
    }),
    { numRuns: 300 },
  );
});

test("a snippet shows a match wherever there is one, and marks every one that it shows", () => {
  fc.assert(
    fc.property(printed, terms, (text, wanted) => {
      const { snippet, marks } = cutFor(text, ...wanted);
      const marked = marks.map(({ start, end }) => snippet.slice(start, end)).join("|");
      const words = wanted.filter((term) => /^\p{Script=Han}+$/u.test(term));
      expect(words.filter((term) => snippet.includes(term) && !marked.includes(term))).toEqual([]);
      expect(marks.length > 0 || !words.some((term) => text.includes(term))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a snippet never cuts a number, a character of two units or one with marks on it", () => {
  fc.assert(
    fc.property(printed, terms, (text, wanted) => {
      const { snippet } = cutFor(text, ...wanted);
      expect(snippet).not.toMatch(/\p{Cs}/u);
      expect(snippet).not.toMatch(/^[\p{M}\u200D]/u);
      const whole = new Set(text.match(numbers));
      const shown = snippet.match(numbers) ?? [];
      expect(shown.filter((value) => !whole.has(value))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["１２３４５６", "full width"],
  ["-12,345.67%", "sign and separators"],
  ["9".repeat(80), "longer than a word may be"],
])("%s stays whole at either end (%s)", (long) => {
  for (let shift = 0; shift < 60; shift += 1) {
    const before = cutFor(`${"甲".repeat(20)}额${long}额${"乙".repeat(shift)}申请`, "申请").snippet;
    const behind = cutFor(
      `申请${"乙".repeat(150 + shift / 2)}额${long}额${"丁".repeat(90)}`,
      "申请",
    ).snippet;
    for (const snippet of [before, behind])
      for (const shown of snippet.match(numbers) ?? []) expect(shown).toBe(long);
  }
});

test("of passages that hold as many words, one where they stand side by side is shown", () => {
  const apart = `新收三件，${"乙".repeat(20)}，申请公开；申请，申请。`;
  const { snippet, marks } = cutFor(
    `${apart}${"丁".repeat(300)}。本年新收申请九件`,
    "新收",
    "申请",
  );
  expect(marks.map(({ start, end }) => snippet.slice(start, end))).toEqual(["新收申请"]);
  expect(cutFor(`${apart}${"丁".repeat(300)}。申请新收`, "新收", "申请").snippet).toContain("三件");
});

test("a passage begins near the words that stand together, so that what follows them is shown", () => {
  const text = `申请人情况${"乙".repeat(90)}\n本年新收政府信息公开申请数量 301 12 313${"丁".repeat(200)}`;
  expect(cutFor(text, "新收", "申请").snippet).toMatch(
    /^.{0,60}新收政府信息公开申请数量 301 12 313/s,
  );
});

test("a match at the end of a passage is shown whole", () => {
  for (let shift = 100; shift < 200; shift += 1) {
    const { snippet, marks } = cutFor(
      `申请${"乙".repeat(shift)}行政处罚${"丁".repeat(200)}`,
      "申请",
      "行政处罚",
    );
    const cut = /行政?处?$/.exec(snippet);
    expect([shift, cut]).toEqual([shift, null]);
    expect(marks.length).toBe(snippet.includes("行政处罚") ? 2 : 1);
  }
});
