import type { Element } from "domhandler";
import type { DrawnGlyph } from "../pdf/drawing.ts";
import { multiply, type Matrix } from "../pdf/matrix.ts";
import { repairText } from "../pdf/repair-text.ts";
import { findChild, listChildren, readAttribute, readContent } from "../zip/xml-element.ts";
import { parseDeltas } from "./parse-numbers.ts";
import { placeGlyph } from "./place-glyph.ts";

/** How wide letters and digits are in sizes; signs of Chinese print are as wide as high. */
const narrow = 0.5;
const wide =
  /^[\u2e80-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}“”‘’…—·]/u;

/** Adds the characters of a text object (GB/T 33190-2016, 11.2). `toPage` leads from the object to points. */
export function drawTextObject(object: Element, toPage: Matrix, glyphs: DrawnGlyph[]): void {
  const size = Number(readAttribute(object, "Size"));
  if (!(size > 0)) return;
  const stretch = Number(readAttribute(object, "HScale") ?? "1");
  const font = readAttribute(object, "Font") ?? "";
  const turns = Math.round(Number(readAttribute(object, "CharDirection") ?? "0") / 90);
  const shape = {
    size,
    stretch: stretch > 0 ? stretch : 1,
    turns,
    font,
    isHidden: isHidden(object),
  };
  let pen: readonly [number, number] = [0, 0];
  for (const code of listChildren(object, "TextCode")) {
    // A run without a place of its own begins where the one before it did.
    pen = [readNumber(code, "X") ?? pen[0], readNumber(code, "Y") ?? pen[1]];
    for (const { text, x, y, width } of listCharacters(code, { ...shape, pen, object })) {
      const glyph = placeGlyph({ ...shape, text, width }, multiply(toPage, [1, 0, 0, 1, x, y]));
      if (glyph) glyphs.push(glyph);
    }
  }
}

function isHidden(object: Element): boolean {
  const isFilled = readAttribute(object, "Fill") !== "false";
  const isStroked = readAttribute(object, "Stroke") === "true";
  const color = findChild(object, "FillColor");
  const isClear = [object, color].some((element) => readAttribute(element, "Alpha") === "0");
  return isClear || !(isFilled || isStroked);
}

interface Run {
  readonly size: number;
  readonly stretch: number;
  readonly pen: readonly [number, number];
  readonly object: Element;
}

interface Character {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function* listCharacters(code: Element, run: Run): Generator<Character> {
  const characters = Array.from(readContent(code).replace(/[\r\n]+/gu, ""));
  const steps = listSteps(code, run.object, characters.length);
  let [x, y] = run.pen;
  for (const [index, printed] of characters.entries()) {
    const advance = (wide.test(printed) ? 1 : narrow) * run.size * run.stretch;
    const [dx, dy] = steps(index, advance);
    const text = repairText(printed).replace(/[\s\u200b-\u200f\ufeff]/gu, "");
    // The next character tells how wide this one is at most.
    const room = dx > 0 && dy === 0 ? Math.min(dx, advance) : advance;
    if (text !== "") yield { text, x, y, width: room };
    x += dx;
    y += dy;
  }
}

type Step = (index: number, advance: number) => readonly [number, number];

/** From each character to the next: as the run says, else by its width along the direction of reading. */
function listSteps(code: Element, object: Element, count: number): Step {
  const xs = parseDeltas(readAttribute(code, "DeltaX"), count);
  const ys = parseDeltas(readAttribute(code, "DeltaY"), count);
  if (xs.length > 0 || ys.length > 0)
    return (index) => [xs[index] ?? (ys.length > 0 ? 0 : (xs.at(-1) ?? 0)), ys[index] ?? 0];
  const direction = Math.round(Number(readAttribute(object, "ReadDirection") ?? "0") / 90) & 3;
  const [dx, dy] = (
    [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const
  )[direction] ?? [1, 0];
  return (_, advance) => [dx * advance, dy * advance];
}

function readNumber(element: Element, name: string): number | null {
  const value = Number.parseFloat(readAttribute(element, name) ?? "");
  return Number.isFinite(value) ? value : null;
}
