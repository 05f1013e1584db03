const brokenHan =
  /([\u3000-\u303f\u3400-\u9fff\uff00-\uffef])[^\S\n]*\n\s*(?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])/gu;
const space = /[\s\u200b\u200e\u200f]+/gu;

/** Text of a page with single spaces; a line break in the source between two Chinese characters is none. */
export function normalizeSpace(text: string): string {
  const joined = text.includes("\n") ? text.replace(brokenHan, "$1") : text;
  return joined.replace(space, " ").trim();
}
