import type { Component } from "./find-components.ts";
import { buildPrintLine } from "./group-print-lines.ts";
import type { PrintLine } from "./print-line.ts";

/** Words further apart than this, in sizes of a character, are columns or a label and its number. */
const widestGap = 1.6;

/** Parts a line of print where wide gaps are. */
export function splitSpans({ components }: PrintLine, em: number): readonly PrintLine[] {
  const spans: Component[][] = [];
  let end = -Infinity;
  for (const component of components) {
    const last = spans.at(-1);
    if (last && component.x0 - end <= widestGap * em) last.push(component);
    else spans.push([component]);
    end = Math.max(end, component.x1);
  }
  return spans.map(buildPrintLine);
}
