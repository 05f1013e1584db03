/** Numbering before a label: 一、 （一） 1. 1、 （1） ① 其中： */
const numbering =
  /(?:其[^\S\n\t]?中\s{0,4}[:：]?|[（(]\s{0,4}[一二三四五六七八九十]{1,3}\s{0,4}[）)]\s{0,4}[、.．]?|[一二三四五六七八九十]{1,3}\s{0,4}[、.．]|[（(]\s{0,4}[0-9０-９]{1,2}\s{0,4}[）)]|[0-9０-９]{1,2}\s{0,4}[.．、](?![0-9０-９])|[①-⑳])/uy;
const space = /[^\S\t]{0,40}/uy;

/** Where the numbering that begins at an offset ends, white space behind it included; the same offset if none. */
export function findNumberingEnd(text: string, at: number): number {
  let end = at;
  for (let times = 0; times < 2; times++) {
    numbering.lastIndex = end;
    if (!numbering.test(text)) break;
    space.lastIndex = numbering.lastIndex;
    space.test(text);
    end = space.lastIndex;
  }
  return end;
}

/** Parts a printed label into its numbering (null if none) and its words. */
export function stripNumbering(text: string): {
  readonly number: string | null;
  readonly label: string;
} {
  const end = findNumberingEnd(text, 0);
  return { number: end > 0 ? text.slice(0, end).trim() : null, label: text.slice(end).trim() };
}
