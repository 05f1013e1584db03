import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import { stripNumbering } from "./strip-numbering.ts";
import { vocabulary } from "./vocabulary.ts";

const shortest = 4;
const longest = 40;

/** Whether a line is the first half of a label that a narrow column wraps, its rest printed elsewhere. */
export function isHalfLabel(line: string): boolean {
  if (line.length > longest) return false;
  const words = normalizeLabel(stripNumbering(line.trim()).label);
  if (words.length < shortest) return false;
  const labels = vocabulary.get(words.charAt(0)) ?? [];
  return labels.some((label) => label.words.startsWith(words));
}
