/** What parts the cells of a table row, as extraction writes them. */
export const cellGap = / {2,}|\t/u;
const sentenceEnd = /[。！？；!?;\n]/u;
const insignificant = /[^\p{L}\p{N}]/gu;
const digits = /\p{N}+/gu;

/**
 * A text as likeness compares it: its sentences and table cells in reading order, each folded by NFKC to lower case,
 * without white space and punctuation, every number written as one `0`. So reports of other years that only put in
 * their own numbers are alike. Pieces of which nothing remains are left out.
 */
export function foldProse(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line) => line.split(cellGap))
    .flatMap((cell) => cell.normalize("NFKC").split(sentenceEnd))
    .map((piece) => piece.toLowerCase().replace(insignificant, "").replace(digits, "0"))
    .filter((piece) => piece !== "");
}
