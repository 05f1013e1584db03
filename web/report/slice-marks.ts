import type { Mark } from "../../search/search-result.ts";
import type { TextLine } from "./section-lines.ts";

/** The marks of a line or a cell, by their offsets in it. */
export function sliceMarks(marks: readonly Mark[], { text, start }: TextLine): readonly Mark[] {
  const end = start + text.length;
  return marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({
      start: Math.max(mark.start, start) - start,
      end: Math.min(mark.end, end) - start,
    }));
}
