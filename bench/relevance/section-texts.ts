import type { JudgedSection } from "./judged-section.ts";

/** The first part of a section in which words stand: title or heading, its text, the names of its places. */
export type TextPart = "head" | "text" | "names";

/** Looks for folded words, side by side in this order, in each part by itself; null where they stand in none. */
export function findText({ folded }: JudgedSection, words: string): TextPart | null {
  if (folded.head.some((part) => part.includes(words))) return "head";
  if (folded.text.includes(words)) return "text";
  return folded.names.some((name) => name.includes(words)) ? "names" : null;
}

/**
 * Whether a whole number stands in title, heading or text: neither within a longer one nor beside its decimals or
 * thousands (8843 is not in 88430, 5 not in 1.5 or 5.1).
 */
export function holdsNumber({ folded }: JudgedSection, value: string): boolean {
  return [...folded.head, folded.text].some(
    (part) => part.includes(value) && buildNumberPattern(value).test(part),
  );
}

function buildNumberPattern(value: string): RegExp {
  const escaped = value.replaceAll(".", String.raw`\.`);
  return new RegExp(String.raw`(?<!\d)(?<!\d[.,])${escaped}(?!\d)(?![.,]\d)`, "u");
}
