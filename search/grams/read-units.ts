/** One unit of a text: a Chinese character or a mark (`sign`), a number, or a word of another script. */
export interface TextUnit {
  readonly text: string;
  readonly kind: "han" | "number" | "word" | "mark";
}

const letter = String.raw`[[\p{L}\p{M}]--\p{Script=Han}]`;
const whole = String.raw`(?:\p{Nd}{1,3}(?:,\p{Nd}{3})+|\p{Nd}+)(?!\p{Nd})`;
const number = String.raw`(?<!\p{Nd}[.,])${whole}(?:\.\p{Nd}+(?!\.?\p{Nd}))?(?!${letter}|\p{Nd})`;
const units = new RegExp(
  String.raw`(?<han>\p{Script=Han})|(?<number>${number})|(?<word>(?:${letter}|\p{Nd})+)|[^\s\p{C}]`,
  "gv",
);
const quotes = /[“”„‟＂〝〞「」『』]/gu;
const apostrophes = /[‘’‚‛]/gu;
const dashes = /[‐‑‒–—―−－]/gu;
/** Within a word or a number too: a soft hyphen, a space of no width. */
const invisible = /\p{Cf}/gu;
const thousands = /,(?=\p{Nd}{3})/gu;

/**
 * The units of a text, by which it is found: letters and digits of any width and case are alike, and so are the marks of
 * quotation and the dashes; white space and what is invisible are nothing, so that a line break parts no words. A
 * number with its decimals is one unit, with or without marks of thousands.
 */
export function readUnits(text: string): readonly TextUnit[] {
  const found: TextUnit[] = [];
  for (const { groups = {}, 0: whole } of foldUnits(text).matchAll(units)) {
    if (groups["han"] !== undefined) found.push({ text: whole, kind: "han" });
    else if (groups["number"] !== undefined)
      found.push({ text: whole.replaceAll(thousands, ""), kind: "number" });
    else found.push({ text: whole, kind: groups["word"] === undefined ? "mark" : "word" });
  }
  return found;
}

/** The text with all alike that is alike in a search, before it is cut. */
export function foldUnits(text: string): string {
  return text
    .replaceAll(quotes, '"')
    .replaceAll(apostrophes, "'")
    .replaceAll(dashes, "-")
    .replaceAll(invisible, "")
    .normalize("NFKC")
    .toLowerCase();
}
