import type { Line, Page } from "./page.ts";

const lineEnd = /\r\n?|[\n\f\v\u0085\u2028\u2029]/gu;

/** Reads flat text: one block per line that says something, with its offsets. */
export function readPlainText(text: string): Page {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    addLine(lines, text, { start, end: match.index });
    start = match.index + match[0].length;
  }
  addLine(lines, text, { start, end: text.length });
  return { blocks: lines, body: lines, meta: new Map(), title: null };
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
