import { type Box, intersectBoxes } from "./box.ts";
import type { DrawnGlyph } from "./drawing.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { multiply, transform, type Matrix } from "./matrix.ts";
import { repairText } from "./repair-text.ts";

/** A glyph as pdf.js lists it; widths and metrics in thousandths of the font size. */
interface ListedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: ArrayLike<number> | null;
}

/** Text that is neither filled nor stroked. */
const invisible = 3;
/** How far a glyph's box reaches above and below its baseline, in sizes. */
const reach = { below: 0.15, above: 0.85 };

/** Adds the glyphs of one text-showing operator and moves the pen behind them. */
export function drawText(state: GraphicsState, listed: unknown, glyphs: DrawnGlyph[]): void {
  if (!Array.isArray(listed) || state.fontSize === 0) return;
  const target = { toPage: multiply(state.ctm, state.textMatrix), glyphs, run: glyphs.length };
  for (const item of listed as readonly unknown[]) {
    if (typeof item === "number") move(state, -item / 1000);
    else if (isListedGlyph(item)) drawGlyph(state, item, target);
  }
}

function isListedGlyph(item: unknown): item is ListedGlyph {
  return (
    typeof item === "object" &&
    item !== null &&
    "unicode" in item &&
    typeof item.unicode === "string" &&
    "width" in item &&
    typeof item.width === "number"
  );
}

/** Moves the pen along the writing direction by a number of font sizes. */
function move(state: GraphicsState, sizes: number): void {
  if (state.font.vertical) state.y += sizes * state.fontSize;
  else state.x += sizes * state.fontSize * state.scale;
}

interface Target {
  readonly toPage: Matrix;
  readonly glyphs: DrawnGlyph[];
  readonly run: number;
}

function drawGlyph(state: GraphicsState, glyph: ListedGlyph, target: Target): void {
  const { font, fontSize, scale } = state;
  const unit = font.fontMatrix?.[0] ?? 0.001;
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  const width = glyph.width * unit;
  if (!font.vertical) {
    addGlyph({ state, glyph, width, at: [state.x, state.y + state.rise] }, target);
    state.x += (width * fontSize + spacing) * scale;
    return;
  }
  const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
  const x = state.x - (glyph.vmetric ? (metric[1] ?? 0) : glyph.width / 2) * unit * fontSize;
  const y = state.y - (metric[2] ?? 880) * unit * fontSize;
  addGlyph({ state, glyph, width, at: [x, y] }, target);
  state.y += (metric[0] ?? -1000) * unit * fontSize - spacing;
}

interface PlacedGlyph {
  readonly state: GraphicsState;
  readonly glyph: ListedGlyph;
  /** In font sizes. */
  readonly width: number;
  /** The origin within the text matrix. */
  readonly at: readonly [number, number];
}

/** Adds the glyph with its box, unless it is white space, shows nothing, or stands askew as watermarks do. */
function addGlyph({ state, glyph, width, at }: PlacedGlyph, { toPage, glyphs, run }: Target): void {
  const text = repairText(glyph.unicode).replace(/[\s\u200b-\u200f\ufeff]/gu, "");
  if (text === "") return;
  const [x, y] = transform(toPage, at[0], at[1]);
  const along = state.fontSize * state.scale;
  const dirX = toPage[0] * along;
  const dirY = toPage[1] * along;
  const length = Math.hypot(dirX, dirY);
  const angle = findAngle(dirX, dirY, length);
  if (angle === null || !Number.isFinite(x + y + length + width)) return;
  // The height across the writing direction: a slanted font is not taller.
  const across = (toPage[3] * dirX - toPage[2] * dirY) * (state.fontSize / length);
  const right = Math.abs(width) * length;
  const size = state.font.isType3Font ? Math.max(Math.abs(across), right) : Math.abs(across);
  const up = size * Math.sign(across);
  const box = placeBox({ x, y, angle, right, up });
  if (!intersectBoxes(state.clip, box)) return;
  glyphs.push({
    text,
    angle,
    size,
    font: state.fontName,
    run,
    isHidden: state.renderingMode === invisible,
    clip: state.clip,
    ...box,
  });
}

/** Quarter turns, or null for text that runs askew. */
function findAngle(dirX: number, dirY: number, length: number): 0 | 1 | 2 | 3 | null {
  if (!(length > 0)) return null;
  if (Math.abs(dirY) < length * 0.05) return dirX > 0 ? 0 : 2;
  if (Math.abs(dirX) < length * 0.05) return dirY > 0 ? 1 : 3;
  return null;
}

interface Reach {
  readonly x: number;
  readonly y: number;
  readonly angle: 0 | 1 | 2 | 3;
  readonly right: number;
  readonly up: number;
}

function placeBox({ x, y, angle, right, up }: Reach): Box {
  const low = Math.min(-reach.below * up, reach.above * up);
  const high = Math.max(-reach.below * up, reach.above * up);
  if (angle === 0) return { x0: x, y0: y + low, x1: x + right, y1: y + high };
  if (angle === 1) return { x0: x - high, y0: y, x1: x - low, y1: y + right };
  if (angle === 2) return { x0: x - right, y0: y - high, x1: x, y1: y - low };
  return { x0: x + low, y0: y - right, x1: x + high, y1: y };
}
