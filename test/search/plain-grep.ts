import { openSimplifier } from "../../search/words/simplify-chinese.ts";

const simplify = openSimplifier();
const token = /[a-z\d]*[a-z][a-z\d]*|\d+(?:\.\d+)?|\S/gu;
const isLatin = (text: string): boolean => /^[a-z\d]/.test(text);

/** Text for comparison, white space kept. */
function fold(text: string): string {
  return simplify(text)
    .replaceAll(/[“”「」]/g, '"')
    .replaceAll(/[–—－]/g, "-")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/(?<![a-z\d])(?<!\d[.,])\d{1,3}(?:,\d{3})+(?!\d)/g, (number) =>
      number.replaceAll(",", ""),
    );
}

/**
 * What grep would find: whether a text holds these characters side by side, line breaks and spaces aside, numbers and
 * Latin words as wholes. It shares nothing with the search but the conversion of traditional characters.
 */
export function buildGrep(phrase: string): (text: string) => boolean {
  const tokens = fold(phrase).match(token) ?? [];
  const escape = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const body = tokens.map((text, at) => {
    const before = tokens[at - 1];
    const gap = before === undefined ? "" : isLatin(before) && isLatin(text) ? "\\s+" : "\\s*";
    return gap + escape(text);
  });
  const start = isLatin(tokens[0] ?? "") ? String.raw`(?<![a-z\d])(?<!\d\.)` : "";
  const end = isLatin(tokens.at(-1) ?? "") ? String.raw`(?![a-z\d])(?!\.\d)` : "";
  const pattern = new RegExp(start + body.join("") + end, "u");
  return (text) => pattern.test(fold(text));
}
