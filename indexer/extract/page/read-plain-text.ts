import type { Line, Page } from "./page.ts";
import { findLineBreaks } from "./find-line-breaks.ts";

const lineEnd = /\r\n?|[\n\f\v\u0085\u2028\u2029]/gu;

/** Reads flat text: one block per line that says something, with its offsets. */
export function readPlainText(text: string): Page {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    addLines(lines, text, { start, end: match.index });
    start = match.index + match[0].length;
  }
  addLines(lines, text, { start, end: text.length });
  return { blocks: lines, body: lines, meta: new Map(), title: null };
}

/** A line, or several where it prints a whole report. */
function addLines(
  lines: Line[],
  text: string,
  { start, end }: { start: number; end: number },
): void {
  const breaks = findLineBreaks(text.slice(start, end)).map((at) => start + at);
  for (const [index, from] of [start, ...breaks].entries())
    addLine(lines, text, { start: from, end: breaks[index] ?? end });
}

/** Tabs are cell borders and stay; other white space at the ends goes. */
function addLine(lines: Line[], text: string, range: { start: number; end: number }): void {
  let { start, end } = range;
  while (start < end && isEdge(text, start)) start++;
  while (end > start && isEdge(text, end - 1)) end--;
  const line = text.slice(start, end);
  if (line.trim() !== "")
    lines.push({ kind: "line", text: line, origin: { in: "text", start, end } });
}

function isEdge(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== "\t" && (char.trim() === "" || char === "\u200b");
}
