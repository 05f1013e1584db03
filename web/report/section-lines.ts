import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";

/** A stretch of a section's text: prose as paragraphs, or the lines of a table. */
export interface TextPart {
  readonly kind: "prose" | "table";
  readonly lines: readonly TextLine[];
}

/** A line or a cell, with where it begins in the section's text (UTF-16). */
export interface TextLine {
  readonly text: string;
  readonly start: number;
}

/** Cells of a table row are parted by two spaces or more. */
const cellGap = / {2,}|\t/g;
/** A longer line without a gap is prose even between two table rows. */
const longestLoneCell = 60;

/**
 * Parts a section's text into prose and table rows. A row with one cell (a heading, a number on its own)
 * counts as part of the table when rows stand before and after it with nothing but such lines between;
 * a line that is one of the `labels` (as `normalizeLabel` writes them) always does.
 */
export function splitSectionText(
  text: string,
  labels: ReadonlySet<string> = new Set(),
): readonly TextPart[] {
  const lines = splitLines(text).filter((line) => line.text.trim() !== "");
  const texts = lines.map((line) => line.text);
  const inTable = markTableLines(texts, labels);
  const parts: { kind: TextPart["kind"]; lines: TextLine[] }[] = [];
  lines.forEach((line, i) => {
    const kind = inTable[i] ? "table" : "prose";
    const last = parts.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else parts.push({ kind, lines: [line] });
  });
  return parts;
}

/** The cells of a table line. */
export function splitCells({ text, start }: TextLine): readonly TextLine[] {
  return splitAt(text, cellGap).map((cell) => {
    const lead = cell.text.length - cell.text.trimStart().length;
    return { text: cell.text.trim(), start: start + cell.start + lead };
  });
}

function splitLines(text: string): readonly TextLine[] {
  return splitAt(text, /\n/g);
}

function splitAt(text: string, gap: RegExp): readonly TextLine[] {
  const pieces: TextLine[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(gap)) {
    pieces.push({ text: text.slice(start, index), start });
    start = index + found.length;
  }
  return [...pieces, { text: text.slice(start), start }];
}

function markTableLines(lines: readonly string[], labels: ReadonlySet<string>): readonly boolean[] {
  const marks = lines.map((line) => isRow(line) || labels.has(normalizeLabel(line)));
  let lastRow = -1;
  lines.forEach((line, i) => {
    if (marks[i]) {
      if (lastRow >= 0) marks.fill(true, lastRow, i);
      lastRow = i;
    } else if (isProse(line)) lastRow = -1;
  });
  return marks;
}

/** Official labels hold no full stop, so a line with one is prose whatever gaps it has. */
function isRow(line: string): boolean {
  return line.trim().search(cellGap) >= 0 && !line.includes("。");
}

function isProse(line: string): boolean {
  return line.length > longestLoneCell || /[。；！？]$/.test(line.trim());
}
