import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../search/words/fold-text.ts";
import { buildHighlighter, mergeMarks } from "../../search/passage/highlight.ts";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";
import { buildSnippet } from "../../search/passage/snippet.ts";

const simplify = openSimplifier();
const mark = (text: string, ...terms: readonly string[]): readonly string[] => {
  const highlight = buildHighlighter(
    terms.map((term) => ({ pieces: [term], quoted: true })),
    simplify,
  );
  return mergeMarks(highlight(text)).map(({ start, end }) => text.slice(start, end));
};

describe("highlight", () => {
  test.each([
    ["公开信息8840条，88401号，８８４０件", ["8840"], ["8840", "８８４０"]],
    ["占12.5%，共12件", ["12"], ["12"]],
    ["占12.5%", ["12"], ["12"]],
    ["占12.5%，共1,234件", ["12.5%", "1,234"], ["12.5%", "1,234"]],
    ["部署IPv6与ipv6改造，IPv66", ["ipv6"], ["IPv6", "ipv6"]],
    ["依申請公開", ["依申请公开"], ["依申請公開"]],
    ["行政处罚与处罚", ["处罚", "行政处罚"], ["行政处罚", "处罚"]],
    ["县长信箱", ["县长", "信箱"], ["县长信箱"]],
    ["政府信息\n公开申请", ["政府信息公开申请"], ["政府信息\n公开申请"]],
    ["行政处罚", ["行政 处罚"], ["行政处罚"]],
    ["行政\n处罚", ["行政\n　处罚"], ["行政\n处罚"]],
    ["部署IPv6改造", ["ipv6 改造"], ["IPv6改造"]],
    ["公开，公正", ["公开 ， 公正"], ["公开，公正"]],
    ["open data", ["opendata"], []],
    ["要求，加强领导", ["要求,加强"], ["要求，加强"]],
    ["坚持“公正”原则", ["坚持“公正”原则"], ["坚持“公正”原则"]],
    ["网址www.qingxi.gov.cn。", ["www.qingxi.gov.cn"], ["www.qingxi.gov.cn"]],
    ["单位㎡，约㎏", ["m2", "kg"], ["㎡", "㎏"]],
    ["a.*b(c[d", ["a.*b"], ["a.*b"]],
    ["2019-2021年", ["2019-2021"], ["2019-2021"]],
    ["<b>公开</b>", ["公开"], ["公开"]],
    ["没有", ["公开"], []],
    ["", ["公开"], []],
  ])("%s", (text, terms, marked) => {
    expect(mark(text, ...terms)).toEqual(marked);
  });

  const mixed = fc.string({
    unit: fc.constantFrom(
      ...Array.from("公开政府信息條１2.,，％-|/\\^$*+?()[]{} ﷺ㎏İé\u0301𠀀a\n"),
    ),
    maxLength: 60,
  });

  test("marks are ordered, apart, within the text, and hold what was looked for", () => {
    fc.assert(
      fc.property(mixed, fc.array(mixed, { maxLength: 4 }), (text, terms) => {
        const highlight = buildHighlighter(
          terms.map((term) => ({ pieces: [term], quoted: true })),
          simplify,
        );
        let before = 0;
        for (const { start, end, term } of highlight(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(terms[term]).toBeDefined();
          before = start;
        }
      }),
    );
  });

  test("folding keeps the way back to the original", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const { folded, readOffset } = foldText(text, simplify);
        expect(readOffset(folded.length)).toBe(text.length);
        for (let index = 0; index < folded.length; index += 1) {
          expect(readOffset(index)).toBeLessThan(text.length);
          expect(readOffset(index)).toBeLessThanOrEqual(readOffset(index + 1));
        }
      }),
    );
  });

  test("a hostile text of half-matches takes no more than its length", () => {
    const text = "行 政 处 ".repeat(50_000);
    expect(mark(text, "行政处罚", "、".repeat(200))).toEqual([]);
  });
});

describe("snippet", () => {
  const filler = "本镇认真落实各项要求。".repeat(40);
  const cutFor = (text: string, ...terms: readonly string[]) => {
    const highlight = buildHighlighter(
      terms.map((term) => ({ pieces: [term], quoted: true })),
      simplify,
    );
    return buildSnippet(text, highlight(text));
  };

  test("shows the passage with the most different terms, from the start of its sentence", () => {
    const text = `${filler}收到申请3件。${filler}收到申请5件，答复行政复议1件。${filler}`;
    const { snippet, marks } = cutFor(text, "申请", "行政复议");
    expect(snippet.startsWith("收到申请5件，答复行政复议1件。")).toBe(true);
    expect(marks.map(({ start, end }) => snippet.slice(start, end))).toEqual(["申请", "行政复议"]);
  });

  test("begins at the beginning where nothing is marked, and ends with a sentence", () => {
    const { snippet, marks } = cutFor(filler, "没有");
    expect(filler.startsWith(snippet)).toBe(true);
    expect(snippet.endsWith("。")).toBe(true);
    expect(marks).toEqual([]);
  });

  test("shows a phrase that is longer than a passage whole", () => {
    const phrase = "公开".repeat(150);
    const { snippet, marks } = cutFor(`${filler}${phrase}${filler}`, phrase);
    expect(marks).toHaveLength(1);
    expect(snippet).toContain(phrase);
  });

  test("is a part of the text with marks inside it, and never cuts a number or a character", () => {
    const unit = fc.constantFrom("公开", "8840", "12.5%", "，", "。", "\n", "𠀀", "IPv6", "  ");
    const text = fc.array(unit, { maxLength: 200 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.subarray(["公开", "8840", "IPv6"]), (printed, terms) => {
        const { snippet, marks } = cutFor(printed, ...terms);
        expect(printed).toContain(snippet);
        expect(snippet).not.toMatch(/^\p{Cs}|\p{Cs}$/u);
        let before = -1;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(snippet.length);
          before = end;
        }
        const wanted = printed.includes("公开") && terms.includes("公开");
        expect(marks.length).toBeGreaterThanOrEqual(wanted ? 1 : 0);
      }),
    );
  });
});
