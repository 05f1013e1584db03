import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildGrams,
  buildPhraseGrams,
  buildPinyinGram,
  buildSigns,
} from "../../../search/grams/build-grams.ts";
import { mixedText } from "./mixed-text.ts";

/** Whether the engine, asked for a phrase, can find it in a text: its words stand there side by side. */
function finds(text: string, phrase: string): boolean {
  const grams = buildPhraseGrams(phrase);
  if (grams === null) return true;
  return [buildGrams(text), buildSigns([text])].some((words) =>
    ` ${words} `.includes(` ${grams.words} `),
  );
}

const letterOrDigit = /[\p{L}\p{M}\p{Nd}]/u;
const han = /\p{Script=Han}/u;

/** Whether a text may be cut here: not within a number, a word or a character. */
function isBorder(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const [last, first] = [Array.from(before).at(-1) ?? "", Array.from(after).at(0) ?? ""];
  if (/[\uD800-\uDBFF]$/.test(before) && /^[\uDC00-\uDFFF]/.test(after)) return false;
  const plain = (char: string) => char.normalize("NFKC");
  const [left, right] = [
    Array.from(plain(last)).at(-1) ?? "",
    Array.from(plain(first)).at(0) ?? "",
  ];
  if (/^\p{M}/u.test(right) || /\p{Cf}/u.test(last + first)) return false;
  const joins = (char: string) => letterOrDigit.test(char) && !han.test(char);
  if (joins(left) && joins(right)) return false;
  // A point or a comma between digits is their number's, and decides on what follows too.
  const near = plain(before.slice(-8)) + "|" + plain(after.slice(0, 8));
  return !/\p{Nd}[.,]?\|[.,]?\p{Nd}/u.test(near);
}

describe("a phrase", () => {
  test("is found in every text that holds it, wherever it stands", () => {
    fc.assert(
      fc.property(mixedText, mixedText, mixedText, (before, phrase, after) => {
        const text = before + phrase + after;
        fc.pre(isBorder(text, before.length) && isBorder(text, before.length + phrase.length));
        expect(finds(text, phrase)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["本年收到政府信息\n公开申请3件", "政府信息公开申请"],
    ["依申请公开", "请公"],
    ["共1,234件", "1234件"],
    ["共1234件", "1,234"],
    ["占12.5%，", "12.5%"],
    ["占１２．５％，", "12.5%"],
    ["坚持“公正”原则", '"公正"原'],
    ["2019－2021年", "2019-2021年"],
    ["部署IPv6改造", "ipv6"],
    ["部署IPv6改造", "署IPV6改"],
    ["在2023年", "2023"],
    ["在2023年", "在2023年"],
    ["最后一字", "字"],
    ["字", "字"],
    ["笑👍", "👍"],
    ["𠀀", "𠀀"],
  ])("in %j: %j", (text, phrase) => {
    expect(finds(text, phrase)).toBe(true);
  });

  test.each([
    ["88401条", "8840"],
    ["占12.5%", "12"],
    ["占12.5%", "5"],
    ["共1,234件", "234"],
    ["共1,234件", "1"],
    ["IPv6", "IP"],
    ["IPv6", "v6"],
    ["www.qingxi.gov.cn", "ing"],
    ["公开，公正", "公开公正"],
    ["公正、公开", "公开、公正"],
    ["政府网信息公开", "政府信息"],
    ["公开", "开公"],
    ["一字", "二"],
    ["2023年", "年2023"],
  ])("not in %j: %j", (text, phrase) => {
    expect(finds(text, phrase)).toBe(false);
  });

  test.each([
    ["公", true],
    ["公开", true],
    ["政府信息", true],
    ["政府信息公", false],
    ["8840", true],
    ["，", true],
  ])("of %j: sure %j", (phrase, isSure) => {
    expect(buildPhraseGrams(phrase)).toMatchObject({ isSure });
  });

  test.each(["", " ", "\n\u200B", "\uD83D"])("%j is none", (phrase) => {
    expect(buildPhraseGrams(phrase)).toBeNull();
  });
});

describe("what the engine gets", () => {
  test("is letters, digits and single spaces, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(mixedText, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
        const phrase = buildPhraseGrams(text)?.words ?? "";
        for (const grams of [buildGrams(text), phrase])
          expect(grams).toMatch(/^(?:[a-z\d]+(?: [a-z\d]+)*)?$/);
      }),
      { numRuns: 500 },
    );
  });

  test("tells different characters and words apart", () => {
    const units = [
      ...Array.from("公开、，〇々の👍"),
      "8840",
      "ipv6",
      "12.5",
      "0",
      "a".repeat(61),
      "a".repeat(62),
    ];
    const words = units.flatMap((unit) => units.map((other) => buildGrams(`${unit} ${other}`)));
    expect(new Set(words).size).toBe(words.length);
  });

  test("holds a character by itself only where the text holds it", () => {
    const characters = Array.from("一丁七丂公㐀㐁龥鿿〇、，．の가👍𠀀");
    for (const one of characters)
      for (const other of characters) expect(finds(other, one)).toBe(one === other);
  });

  test("never writes a word of a text as pinyin is written", () => {
    const typed = fc.oneof(mixedText, fc.stringMatching(/^[a-z]{1,12}$/));
    fc.assert(
      fc.property(typed, fc.stringMatching(/^[a-z]{2,12}$/), (text, pinyin) => {
        const words = `${buildGrams(text)} ${buildSigns([text])}`.split(" ");
        expect(words).not.toContain(buildPinyinGram(pinyin));
      }),
    );
  });

  test("has every character and mark once, names among them", () => {
    expect(buildSigns(["公开，公开8840", "公安县"]).split(" ")).toHaveLength(5);
  });
});
