/** A printed number with or without its unit, or a mark for none; compared in half width. */
const printedNumber = /^(?:[+-]?\d[\d.,]*%?(?:万元|元|件|条|次|个)?|[/—–-])$/u;

/** Whether the words of a cell are a number and nothing else. */
export function isNumber(text: string): boolean {
  return printedNumber.test(text.normalize("NFKC"));
}
