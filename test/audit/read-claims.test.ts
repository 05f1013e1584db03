import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../indexer/audit/prose/claim.ts";
import { readClaims } from "../../indexer/audit/prose/read-claims.ts";
import { labelledSentences, type LabelledSentence } from "./claim-sentences.ts";

function write({ measures, value, isApproximate, caution }: Claim): string {
  const marks = `${isApproximate ? "~" : ""}${caution === null ? "" : "?"}`;
  return `${measures.join("+")}=${value}${marks}`;
}

function read({ text, kind = "overview" }: LabelledSentence): readonly string[] {
  return readClaims({ sections: [{ kind, heading: "", text }], year: 2024 }).map(write);
}

/** Claims that a reading has and the other has not. */
function subtract(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.filter((claim) => !other.includes(claim));
}

describe("the reader of prose", () => {
  const readings = labelledSentences.map((sentence) => ({ sentence, found: read(sentence) }));

  it("is held to at least 120 sentences", () => {
    expect(labelledSentences.length).toBeGreaterThanOrEqual(120);
    expect(new Set(labelledSentences.map(({ text, kind }) => `${kind}${text}`)).size).toBe(
      labelledSentences.length,
    );
  });

  it("claims nothing that a sentence does not say (precision)", () => {
    const wrong = readings.flatMap(({ sentence, found }) =>
      subtract(found, sentence.claims).map((claim) => `${sentence.text} → ${claim}`),
    );
    expect(wrong).toEqual([]);
  });

  it("finds what the sentences say (recall)", () => {
    const missed = readings.flatMap(({ sentence, found }) =>
      subtract(sentence.claims, found).map((claim) => `${sentence.text} → ${claim}`),
    );
    expect(missed).toEqual([]);
  });

  it("quotes the report's own words, full-width digits and all", () => {
    const text = "前文。  收到政府信息公开申请１２件，已答复。后文。";
    const [claim] = readClaims({ sections: [{ kind: "overview", heading: "", text }], year: 2024 });
    expect(claim?.quote.text).toBe("收到政府信息公开申请１２件，已答复。");
    expect(text.slice(claim?.quote.start, claim?.quote.end)).toBe(claim?.quote.text);
  });
});

describe("hostile prose", () => {
  const words = [
    "申请",
    "政府",
    "信息",
    "公开",
    "了",
    "的",
    "行政复议",
    "未",
    "12",
    "件",
    "，",
    "、",
    "（",
    "其中",
    "结转",
    "公民",
    "年",
    "规范性文件",
  ];

  it("is read without a crash, in offsets of its own text", () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join("");
        const sections = [{ kind: "requests" as const, heading: "", text: source }];
        for (const { quote, value } of readClaims({ sections, year: 2024 })) {
          expect(source.slice(quote.start, quote.end)).toBe(quote.text);
          expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(
    [...words, "收到申请12件，", "行政复议、", "未收到申请", "一二三千百"].map((word) => [word]),
  )("of %s over and over ends", (word) => {
    const text = `依申请公开收到${word.repeat(Math.floor(18_000 / word.length))}件`;
    expect(() =>
      readClaims({ sections: [{ kind: "requests", heading: "", text }], year: 2024 }),
    ).not.toThrow();
  });
});
