import { readHanNumber } from "../sections/read-han-number.ts";

const zeros = "○〇◯零ＯOoО0０";
const digits = "零一二三四五六七八九";

/** A year in Chinese figures, with any of the signs that are used for zero: 二○一一, 二〇二二, 二零一九. */
export const hanYear = `二[${zeros}][一二三四五六七八九${zeros}]{2}`;

const anyZero = new RegExp(`[${zeros}]`, "gu");
const year = new RegExp(`${hanYear}(?=\\s{0,2}年)`, "gu");
const wideDigit = /[０-９]/gu;
const anyFigure = new RegExp(`[０-９]|二[${zeros}]`, "u");
const month = /(?<=[年至到—－~～-]\s{0,2})[一二三四五六七八九十]{1,3}(?=\s{0,2}月)/gu;
const day = /(?<=月\s{0,2})[一二三四五六七八九十]{1,3}(?=\s{0,2}日)/gu;

/** The number of a year that `hanYear` matches. */
export function readHanYear(words: string): number {
  const plain = words.replace(anyZero, "零");
  return Number(plain.replace(/./gu, (char) => String(digits.indexOf(char))));
}

/** A text with its wide digits written as narrow ones. */
export function narrowDigits(text: string): string {
  return text.replace(wideDigit, (digit) => digit.normalize("NFKC"));
}

/** A text with the dates in Chinese or wide figures in Arabic ones: 二○一七年十二月三十一日 is 2017年12月31日. */
export function writeArabicDates(text: string): string {
  if (!anyFigure.test(text)) return text;
  return narrowDigits(text)
    .replace(year, (words) => String(readHanYear(words)))
    .replace(month, (words) => String(readHanNumber(words)))
    .replace(day, (words) => String(readHanNumber(words)));
}
