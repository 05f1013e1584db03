import type { RecognizedSymbol } from "./recognize.ts";

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·]/u;
const latin = /^[A-Za-z0-9]$/u;
/** Signs that recognition gives in half width, and print beside Chinese characters has in full width. */
const fullWidth: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["?", "？"],
  ["!", "！"],
  ["(", "（"],
  [")", "）"],
]);

/**
 * The words of one line as print has them: without the spaces that recognition puts between Chinese characters,
 * signs beside them in full width. `em` is the size of a character in pixels of the line.
 */
export function cleanWords(symbols: readonly RecognizedSymbol[], em: number): string {
  const texts = symbols.map(({ text }) => text);
  const isChinese = texts.some((text) => wide.test(text));
  return symbols
    .map(({ text, x0 }, at) => {
      const before = symbols[at - 1];
      const isApart =
        before && latin.test(before.text) && latin.test(text) && x0 - before.x1 > 0.35 * em;
      return (isApart ? " " : "") + (isChinese ? (fullWidth.get(text) ?? text) : text);
    })
    .join("");
}
