import type { TextLine } from "./assemble-text.ts";
import { joinBoxes, type Box } from "./box.ts";

/** A line of prose on its sheet, and the column that holds it. */
export interface ProseLine extends TextLine {
  readonly text: string;
  readonly sheet: number;
  readonly left: number;
  readonly right: number;
  /** Whether it is a row of cells, which goes on in no other line. */
  readonly isRow: boolean;
}

export interface Paragraph {
  readonly text: string;
  readonly sheet: number;
  readonly box: Box;
}

/** The space between lines of a paragraph is at most this many sizes wider than the line before had. */
const looser = 0.45;
const asciiEdge = /[\x21-\x7e]$/u;
const asciiStart = /^[\x21-\x7e]/u;

/** Joins lines into paragraphs: a line goes on in the next where it is full and the next is not indented. */
export function joinParagraphs(lines: readonly ProseLine[]): readonly Paragraph[] {
  const paragraphs: ProseLine[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const current = paragraphs.at(-1);
    if (before && current && goesOn(current, before, line)) current.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs.map(buildParagraph);
}

function goesOn(current: readonly ProseLine[], before: ProseLine, line: ProseLine): boolean {
  const { size } = before;
  if (before.isRow || line.isRow) return false;
  if (Math.abs(size - line.size) > 0.1 * size) return false;
  if (before.x1 < before.right - 2 * size || line.x0 > line.left + 0.9 * size) return false;
  if (before.sheet !== line.sheet) return true;
  const leading = before.y0 - line.y0;
  if (leading <= 0 || leading > 3 * size) return leading < -3 * size;
  const above = current.at(-2);
  const usual = above && above.sheet === before.sheet ? above.y0 - before.y0 : null;
  return usual === null || usual <= 0 || leading < usual + looser * size;
}

function buildParagraph(lines: readonly ProseLine[]): Paragraph {
  const [first] = lines;
  const sheet = first?.sheet ?? 0;
  const own = lines.filter((line) => line.sheet === sheet);
  let text = "";
  for (const line of lines)
    text +=
      asciiEdge.test(text) && asciiStart.test(line.text) && !isNumberCut(text, line)
        ? ` ${line.text}`
        : line.text;
  return { text, sheet, box: joinBoxes(own) ?? { x0: 0, y0: 0, x1: 0, y1: 0 } };
}

/** A line end within a number, an address or a hyphenated word is no space. */
function isNumberCut(text: string, line: ProseLine): boolean {
  return /[\d.,/@:_-]$/u.test(text) && /^[\d.,/@:_%-]/u.test(line.text);
}
