import type { Glyph, Sheet } from "../pdf/sheet.ts";
import { findRegions, type CellRegion } from "./find-regions.ts";
import { measurePitch } from "./digit-pitch.ts";
import { readNumberShape } from "./number-shape.ts";
import type { PrintLine } from "./print-line.ts";
import type { Reading } from "./reading.ts";
import { readNumbers, type NumberReader } from "./read-numbers.ts";
import { readLabel, readWords } from "./read-words.ts";
import type { Recognize } from "./recognize.ts";
import { toPixels, toPoints, type ScanSpace } from "./scan-space.ts";
import type { ScanOptions } from "./scan-options.ts";
import type { ScannedImage } from "./scanned-image.ts";
import type { ScannedSheet } from "./scanned-sheet.ts";
import { setUpright } from "./set-upright.ts";
import { splitSpans } from "./split-spans.ts";
import { turnBack } from "./turn-back.ts";

/** The size of most type in points, where the file does not tell how large its picture is. */
const usualSize = 10.5;
const han = /\p{Script=Han}/u;
/** A picture with more cells and lines shows no page of print. */
const mostRegions = 4_000;
/** Lines this high, in sizes of a character, are in large type. */
const largeType = 1.5;
/** Cells of more lines are read line by line; those that are wide, in characters, sooner. */
const joined = { lines: 8, width: 14, wideLines: 3 };

/** Reads the print of a picture: cells of its tables, and lines outside of them. Throws what the signal says. */
export async function readSheet(
  picture: ScannedImage,
  options: ScanOptions,
): Promise<ScannedSheet> {
  const recognize: Recognize = async (image, request) => {
    options.signal?.throwIfAborted();
    return options.recognize(image, request);
  };
  const { page, scan } = await setUpright(picture, recognize);
  if (!scan) return buildBlank(page);
  const { width, height } = page.image;
  const space = { width, height, unit: page.unit ?? usualSize / scan.em };
  const { sheet, cells, lines } = findRegions(scan, page.number, space);
  if (cells.length + lines.length > mostRegions) return buildBlank(page);
  const shapes = cells.flatMap((cell) =>
    cell.lines.flatMap((line) => readNumberShape(line, scan.em) ?? []),
  );
  const reader = { scan, recognize, pitch: measurePitch(shapes) };
  const readings = await Promise.all([
    ...cells.map(async (cell) => readCell(cell, reader)),
    ...lines
      .flatMap((line) => splitSpans(line, scan.em))
      .map(async (span) => readSpan(span, reader)),
  ]);
  return buildSheet({ page, sheet, skew: scan.skew, em: scan.em, space }, readings.flat());
}

/** Reads words outside of tables, or a number that stands alone as in a table without lines. */
async function readSpan(span: PrintLine, reader: NumberReader): Promise<readonly Reading[]> {
  const { em } = reader.scan;
  const box = { x0: span.x0 - em, y0: span.y0 - em, x1: span.x1 + em, y1: span.y1 + em };
  const numbers = await readNumbers({ box, lines: [span] }, reader);
  const isRead = numbers?.every(({ text }) => text !== "\ufffd") ?? false;
  return numbers && isRead ? numbers : readWords([span], reader.scan, reader.recognize);
}

async function readCell(
  { box, lines }: CellRegion,
  reader: NumberReader,
): Promise<readonly Reading[]> {
  if (lines.length === 0) return [];
  const numbers = await readNumbers({ box, lines }, reader);
  if (numbers?.every(({ text }) => text !== "\ufffd")) return numbers;
  // Short labels of broad characters can have the shape of a number, too.
  const words = await readWordsOfCell({ box, lines }, reader);
  return numbers && !words.some(({ text }) => han.test(text)) ? numbers : words;
}

async function readWordsOfCell(
  { box, lines }: CellRegion,
  { scan, recognize }: NumberReader,
): Promise<readonly Reading[]> {
  const isWide = box.x1 - box.x0 > joined.width * scan.em;
  const isLong = lines.length > (isWide ? joined.wideLines : joined.lines);
  if (!isLong) return readLabel(lines, scan, recognize);
  const readings = lines.map(async (line) => readWords([line], scan, recognize));
  return (await Promise.all(readings)).flat();
}

interface ReadPage {
  readonly page: ScannedImage;
  readonly sheet: Sheet;
  readonly skew: number;
  readonly em: number;
  readonly space: ScanSpace;
}

function buildSheet(
  { page, sheet, skew, em, space }: ReadPage,
  readings: readonly Reading[],
): ScannedSheet {
  const print = readings.filter(({ text }) => text !== "");
  const glyphs = print.map((reading, run): Glyph => {
    const high = reading.box.y1 - reading.box.y0;
    const size = (high > largeType * em ? high : em) * space.unit;
    return { text: reading.text, angle: 0, run, size, ...toPoints(reading.box, space) };
  });
  return {
    sheet: { ...sheet, glyphs },
    readings: print.map(({ box, confidence }) => ({ ...toPoints(box, space), confidence })),
    place: ({ confidence, ...box }) =>
      page.place({ ...turnBack(toPixels(box, space), skew, space), confidence }),
  };
}

function buildBlank({ number, image, unit, place }: ScannedImage): ScannedSheet {
  const [width, height] = [image.width, image.height].map((side) => side * (unit ?? 0.25));
  const frame = { x0: 0, y0: 0, x1: width ?? 0, y1: height ?? 0 };
  const sheet = {
    number,
    turns: 0,
    frame,
    glyphs: [],
    horizontals: [],
    verticals: [],
    isRecognized: true,
  };
  return { sheet, readings: [], place };
}
