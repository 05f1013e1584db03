import { cleanWords } from "./clean-words.ts";
import { buildLineImage, type LineImage } from "./line-image.ts";
import { mendLabel, readOfficial } from "./mend-label.ts";
import { joinPixelBoxes, type PixelBox } from "./pixel-box.ts";
import type { PreparedScan } from "./prepared-scan.ts";
import type { PrintLine } from "./print-line.ts";
import type { Reading } from "./reading.ts";
import type { Recognition, RecognitionRequest, Recognize } from "./recognize.ts";
import { markDoubtfulNumbers } from "./mark-doubtful-numbers.ts";

/** The size of a character in pixels at which each reader reads best. */
const sizes = { first: 40, second: 32 } as const;
interface Attempt {
  readonly reader: RecognitionRequest["reader"];
  readonly size: number;
}

/** How a label that is none of an official form is read again, in turn. */
const attempts: readonly Attempt[] = [
  { reader: "second", size: sizes.second },
  { reader: "first", size: 28 },
  { reader: "second", size: 44 },
];
/** Lines this high, in sizes of most characters, are in larger type. */
const larger = 1.25;
const bareNumber = /^[\d.,，]+$/u;
/** Below this what was read is noise: of a seal, a photograph, or writing by hand. */
const leastSure = 0.4;

/**
 * Reads lines of print that follow each other, as in a cell, set on one line: single characters of a narrow cell
 * are read in their context. Numbers that a second reader does not read alike become U+FFFD.
 */
export async function readWords(
  lines: readonly PrintLine[],
  scan: PreparedScan,
  recognize: Recognize,
): Promise<readonly Reading[]> {
  const read = await readOnce(lines, scan, recognize);
  return checkNumbers(read, async () => readAgain(lines, scan, { recognize }));
}

/**
 * Reads a cell of words. One that two readers read as an official label, but for a few characters, becomes that
 * label; any other is read as by `readWords`.
 */
export async function readLabel(
  lines: readonly PrintLine[],
  scan: PreparedScan,
  recognize: Recognize,
): Promise<readonly Reading[]> {
  const read = await readOnce(lines, scan, recognize);
  const text = read.map((line) => line.text).join("");
  const confidence = Math.min(...read.map((line) => line.confidence));
  const official = readOfficial(text);
  if (official === text) return read;
  if (official !== null) return [{ text: official, box: joinPixelBoxes(lines), confidence }];
  for (const attempt of attempts) {
    const label = mendLabel(text, await readAgain(lines, scan, { recognize, attempt }));
    if (label !== null) return [{ text: label, box: joinPixelBoxes(lines), confidence }];
  }
  return checkNumbers(read, async () => readAgain(lines, scan, { recognize }));
}

async function readOnce(
  lines: readonly PrintLine[],
  scan: PreparedScan,
  recognize: Recognize,
): Promise<readonly Reading[]> {
  const set = setLines(lines, scan, sizes.first);
  const recognition = await recognize(set.image, { alphabet: "words", reader: "first" });
  const parts = shareOut(recognition, set, lines.length);
  const isPrint = recognition.confidence >= leastSure;
  return lines.map((line, at) => ({
    text: isPrint ? cleanWords(parts[at]?.symbols ?? [], sizes.first) : "\ufffd",
    box: line,
    confidence: isPrint ? (parts[at]?.confidence ?? 0) : 0,
  }));
}

/** Another reading of the same lines. */
interface Again {
  readonly recognize: Recognize;
  readonly attempt?: Attempt;
}

async function readAgain(
  lines: readonly PrintLine[],
  scan: PreparedScan,
  { recognize, attempt = { reader: "second", size: sizes.second } }: Again,
): Promise<string> {
  const { reader, size } = attempt;
  const { image } = setLines(lines, scan, size);
  return cleanWords((await recognize(image, { alphabet: "words", reader })).symbols, size);
}

async function checkNumbers(
  read: readonly Reading[],
  readAgain: () => Promise<string>,
): Promise<readonly Reading[]> {
  const texts = read.map(({ text }) => text);
  if (!/\d/u.test(texts.join(""))) return read;
  // Digits without the shape of a number have dirt around them, and readers misread such ones alike.
  if (bareNumber.test(texts.join("")))
    return read.map((line) => ({ ...line, text: "\ufffd", confidence: 0 }));
  const checked = markDoubtfulNumbers(texts, await readAgain());
  return read.map((line, at) => ({ ...line, text: checked[at] ?? "" }));
}

function setLines(
  lines: readonly PrintLine[],
  { image, em }: PreparedScan,
  size: number,
): LineImage {
  const highest = Math.max(...lines.map(({ y0, y1 }) => y1 - y0));
  const scale = size / (highest > larger * em ? highest : em);
  const pieces = lines.map((line) => pad(line, 0.05 * em));
  return buildLineImage(image, pieces, {
    scale,
    height: Math.round(1.1 * size),
    gap: Math.round(0.12 * size),
    margin: Math.round(0.25 * size),
  });
}

function pad({ x0, y0, x1, y1 }: PixelBox, by: number): PixelBox {
  const more = Math.max(1, Math.round(by));
  return { x0: x0 - more, y0: y0 - more, x1: x1 + more, y1: y1 + more };
}

/** The characters of each of the lines that were set on one. */
function shareOut(
  { symbols }: Recognition,
  { starts }: LineImage,
  count: number,
): readonly Pick<Recognition, "symbols" | "confidence">[] {
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [at === 0 ? -Infinity : (starts[at] ?? 0), starts[at + 1] ?? Infinity];
    const own = symbols.filter(({ x0, x1 }) => (x0 + x1) / 2 >= from && (x0 + x1) / 2 < to);
    const confidence = own.reduce((least, symbol) => Math.min(least, symbol.confidence), 1);
    return { symbols: own, confidence: own.length > 0 ? confidence : 0 };
  });
}
