import type { Told } from "./diff/told.ts";
import type { SectionKind } from "./section.ts";

/** Parts of a report with words of their own; what stands before, after and between them is not compared. */
const loose: ReadonlySet<SectionKind> = new Set(["preamble", "appendix", "unknown"]);
/** So many parts make the body of a report. */
const leastParts = 3;

/**
 * Whether a page and a file that it leads to are one publication, which the file tells: the page has no number, the file
 * has each part that the page has, and it has the numbers, or a body where the page has none. A file that only adds its
 * tables to the words of the page, or only repeats them, is not meant.
 */
export function isToldByFile(page: Told, file: Told): boolean {
  if (hasNumbers(page)) return false;
  const [parts, told] = [listParts(page), listParts(file)];
  if ([...parts].some((kind) => !told.has(kind))) return false;
  return hasNumbers(file) || (parts.size < leastParts && told.size >= leastParts);
}

function hasNumbers({ facts }: Told): boolean {
  return facts.some(({ value }) => value !== null);
}

function listParts({ sections }: Told): ReadonlySet<SectionKind> {
  const known = sections.filter(({ kind, text }) => !loose.has(kind) && text.trim() !== "");
  return new Set(known.map(({ kind }) => kind));
}
