import type { GrayImage } from "./gray-image.ts";
import { fitsWidth } from "./digit-pitch.ts";
import { buildLineImage } from "./line-image.ts";
import { readNumberShape, type NumberShape } from "./number-shape.ts";
import type { PixelBox } from "./pixel-box.ts";
import type { PreparedScan } from "./prepared-scan.ts";
import type { PrintLine } from "./print-line.ts";
import type { Reading } from "./reading.ts";
import type { Recognize, RecognitionRequest } from "./recognize.ts";

/** One way to read the digits of a number. */
interface Attempt {
  readonly reader: RecognitionRequest["reader"];
  /** The size of a character in pixels. */
  readonly size: number;
  /** How many times the number is set on the line: readers that guess give copies differently. */
  readonly copies: number;
}

/** In turn, until enough agree. Both readers come first. */
const attempts: readonly Attempt[] = [
  { reader: "second", size: 24, copies: 3 },
  { reader: "first", size: 26, copies: 3 },
  { reader: "second", size: 20, copies: 3 },
  { reader: "second", size: 24, copies: 1 },
  { reader: "first", size: 32, copies: 3 },
  { reader: "second", size: 30, copies: 3 },
];
/** Readings that must agree: of both readers, of one alone, and where the ink has another number of digits. */
const needed = { both: 2, one: 3, unfit: 5 };
/** Digits are this high, in sizes of a character. */
const digitHeight = 0.72;

/** A number nearer to a border of its cell, in sizes of a character, may go on behind it. */
const leastMargin = 0.08;
/** Figures wider than this share of their height may be Chinese characters. */
const widestDigit = 0.74;

/** Who reads numbers of a page; `pitch` is the step from digit to digit, in heights of a digit. */
export interface NumberReader {
  readonly scan: PreparedScan;
  readonly recognize: Recognize;
  readonly pitch: number;
}

/**
 * Reads a cell whose lines each are a number by their shape; null where it holds words. A number that readers do
 * not give alike is U+FFFD.
 */
export async function readNumbers(
  { box, lines }: { readonly box: PixelBox; readonly lines: readonly PrintLine[] },
  reader: NumberReader,
): Promise<readonly Reading[] | null> {
  const shapes = lines.flatMap((line) => readNumberShape(line, reader.scan.em) ?? []);
  if (shapes.length === 0 || shapes.length < lines.length) return null;
  const readings: Reading[] = [];
  for (const shape of shapes) {
    if (await holdsWords(shape, reader)) return null;
    readings.push(await readNumber(shape, box, reader));
  }
  return readings;
}

async function readNumber(
  shape: NumberShape,
  cell: PixelBox,
  reader: NumberReader,
): Promise<Reading> {
  const { box } = shape;
  if (shape.isSlash) return { text: "/", box, confidence: 1 };
  const margin = Math.min(box.x0 - cell.x0, cell.x1 - box.x1);
  const agreed = margin < leastMargin * reader.scan.em ? null : await readDigits(shape, reader);
  if (!agreed) return { text: "\ufffd", box, confidence: 0 };
  return { text: setPoint(agreed.text, shape), box, confidence: agreed.confidence };
}

/** Whether figures as wide as Chinese characters are such. */
async function holdsWords(
  { box, figures }: NumberShape,
  { scan, recognize }: NumberReader,
): Promise<boolean> {
  const isWide = figures.some(({ x0, x1, y0, y1 }) => x1 - x0 > widestDigit * (y1 - y0));
  if (!isWide) return false;
  const image = setCopies(box, scan, { reader: "first", size: 36, copies: 1 });
  const { text } = await recognize(image, { alphabet: "words", reader: "first" });
  return /\p{Script=Han}/u.test(text);
}

/** Digits, and the share of the readings that gave them: readers know little of how sure they are. */
interface Agreed {
  readonly text: string;
  readonly confidence: number;
}

/** The digits that enough readings agree on, while no other has given others; null where they do not. */
async function readDigits(
  shape: NumberShape,
  { scan, recognize, pitch }: NumberReader,
): Promise<Agreed | null> {
  const agreeing: string[] = [];
  let agreed: string | null = null;
  for (const [at, attempt] of attempts.entries()) {
    const { reader, copies } = attempt;
    const recognition = await recognize(setCopies(shape.box, scan, attempt), {
      alphabet: "digits",
      reader,
    });
    const text = readCopies(recognition.text, copies);
    if (text === null) continue;
    if (agreed !== null && agreed !== text) return null;
    agreed = text;
    agreeing.push(reader);
    const enough = new Set(agreeing).size > 1 ? needed.both : needed.one;
    if (agreeing.length >= (fitsWidth(text.length, shape, pitch) ? enough : needed.unfit))
      return { text, confidence: agreeing.length / (at + 1) };
  }
  return null;
}

function setCopies(box: PixelBox, { image }: PreparedScan, { size, copies }: Attempt): GrayImage {
  const piece = { x0: box.x0 - 1, y0: box.y0 - 1, x1: box.x1 + 1, y1: box.y1 + 1 };
  const pieces = Array.from({ length: copies }, () => piece);
  return buildLineImage(image, pieces, {
    scale: (size * digitHeight) / (box.y1 - box.y0),
    height: size,
    gap: Math.round(0.32 * size),
    margin: Math.round(0.35 * size),
  }).image;
}

/** The digits that all copies on a line give; null where there are none or the copies differ. */
function readCopies(text: string, copies: number): string | null {
  const digits = text.replace(/\s/gu, "");
  const one = digits.slice(0, digits.length / copies);
  return /^\d+$/u.test(one) && one.repeat(copies) === digits ? one : null;
}

/** Sets the decimal point where it stands among the digits. */
function setPoint(text: string, { point, figures }: NumberShape): string {
  if (point === null) return text;
  // With other digits than pieces of ink nobody knows where the point belongs.
  return text.length === figures.length ? `${text.slice(0, point)}.${text.slice(point)}` : "\ufffd";
}
