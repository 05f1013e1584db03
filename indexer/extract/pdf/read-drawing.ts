import { clipState } from "./clip-state.ts";
import { drawPath } from "./draw-path.ts";
import { joinRun } from "./join-run.ts";
import { drawText } from "./draw-text.ts";
import type { Box } from "./box.ts";
import type { DrawnGlyph, PdfDrawing } from "./drawing.ts";
import { findImageBox } from "./find-image-box.ts";
import { buildGraphicsState, type GraphicsState } from "./graphics-state.ts";
import { identity, multiply, readMatrix } from "./matrix.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { DrawnPage } from "./read-document.ts";

/**
 * States that a page saves at most, deeper ones change nothing; lines that it draws at most, with more it is a
 * drawing without tables, and pictures, with more it is none of them; and characters at most, which no page has.
 */
const most = { states: 1_000, strokes: 400_000, images: 10_000, glyphs: 50_000 };

/** Follows the drawing operators of a page and keeps the characters and straight lines that it shows. */
export function readDrawing(page: DrawnPage): PdfDrawing {
  const reader = new DrawingReader(page);
  page.operators.forEach((operator, at) => {
    const operands = page.operands[at];
    reader.apply(operator, Array.isArray(operands) ? operands : []);
  });
  return reader.drawing;
}

type Action = (reader: { state: GraphicsState }, operands: readonly unknown[]) => void;

/** Operators that only set a part of the state. */
const setters: Readonly<Record<string, Action>> = {
  transform: ({ state }, operands) => {
    state.ctm = multiply(state.ctm, readMatrix(operands) ?? identity);
  },
  setLineWidth: ({ state }, [width]) => {
    state.lineWidth = readNumber(width);
  },
  setCharSpacing: ({ state }, [spacing]) => {
    state.charSpacing = readNumber(spacing);
  },
  setWordSpacing: ({ state }, [spacing]) => {
    state.wordSpacing = readNumber(spacing);
  },
  setHScale: ({ state }, [percent]) => {
    state.scale = readNumber(percent) / 100;
  },
  setLeading: ({ state }, [leading]) => {
    state.leading = readNumber(leading);
  },
  setTextRise: ({ state }, [rise]) => {
    state.rise = readNumber(rise);
  },
  setTextRenderingMode: ({ state }, [mode]) => {
    state.renderingMode = readNumber(mode);
  },
  setTextMatrix: ({ state }, [matrix]) => {
    setTextMatrix(state, readMatrix(matrix as ArrayLike<unknown>) ?? identity);
  },
  moveText: ({ state }, [x, y]) => {
    moveLine(state, readNumber(x), readNumber(y));
  },
  setLeadingMoveText: ({ state }, [x, y]) => {
    state.leading = -readNumber(y);
    moveLine(state, readNumber(x), readNumber(y));
  },
  nextLine: ({ state }) => {
    moveLine(state, 0, -state.leading);
  },
};

function readNumber(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

function setTextMatrix(state: GraphicsState, matrix: GraphicsState["textMatrix"]): void {
  Object.assign(state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
}

function moveLine(state: GraphicsState, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

class DrawingReader {
  readonly #page: DrawnPage;
  readonly #actions: ReadonlyMap<number, Action>;
  readonly #saved: GraphicsState[] = [];
  readonly #glyphs: DrawnGlyph[] = [];
  readonly #strokes: Box[] = [];
  readonly #images: Box[] = [];
  #textStart = 0;
  #isClip = false;
  state = buildGraphicsState();

  constructor(page: DrawnPage) {
    this.#page = page;
    const actions: Readonly<Record<string, Action>> = {
      ...setters,
      save: () => this.#save(),
      restore: () => this.#restore(),
      beginText: () => this.#beginText(),
      endText: () => joinRun(this.#glyphs, this.#textStart),
      beginGroup: () => this.#save(),
      endGroup: () => this.#restore(),
      paintFormXObjectBegin: (_, [matrix, bounds]) => this.#beginForm(matrix, bounds),
      paintFormXObjectEnd: () => this.#restore(),
      setFont: (_, [name, size]) => this.#setFont(name, size),
      showText: (_, [glyphs]) => drawText(this.state, glyphs, this.#glyphs),
      clip: () => this.#beginClip(),
      eoClip: () => this.#beginClip(),
      paintImageXObject: () => this.#drawImage(),
      paintInlineImageXObject: () => this.#drawImage(),
      paintImageMaskXObject: () => this.#drawImage(),
      constructPath: (_, [paint, data, bounds]) => this.#drawPath(paint, data, bounds),
    };
    this.#actions = new Map(
      Object.entries(actions).map(([name, action]) => [page.names[name] ?? -1, action]),
    );
  }

  /** Throws UnreadableFile where the page has more characters than a page can hold. */
  get drawing(): PdfDrawing {
    if (this.#glyphs.length > most.glyphs)
      throw new UnreadableFile(
        `The PDF has ${this.#glyphs.length} characters on page ${this.#page.number}, more than a report can; print it to a new PDF.`,
      );
    return {
      glyphs: this.#glyphs,
      strokes: this.#strokes.length > most.strokes ? [] : this.#strokes,
      images: this.#images.length > most.images ? [] : this.#images,
    };
  }

  apply(operator: number, operands: readonly unknown[]): void {
    this.#actions.get(operator)?.(this, operands);
  }

  #save(): void {
    if (this.#saved.length < most.states) this.#saved.push({ ...this.state });
  }

  #restore(): void {
    this.state = this.#saved.pop() ?? this.state;
  }

  #beginText(): void {
    setTextMatrix(this.state, identity);
    this.#textStart = this.#glyphs.length;
  }

  /** The next path is the border of what shows. */
  #beginClip(): void {
    this.#isClip = true;
  }

  #beginForm(matrix: unknown, bounds: unknown): void {
    this.#save();
    const inner = readMatrix(matrix as ArrayLike<unknown> | null);
    if (inner) this.state.ctm = multiply(this.state.ctm, inner);
    clipState(this.state, bounds);
  }

  #setFont(name: unknown, size: unknown): void {
    if (typeof name !== "string") return;
    this.state.fontName = name;
    this.state.font = this.#page.findFont(name) ?? {};
    this.state.fontSize = readNumber(size);
  }

  #drawPath(paint: unknown, data: unknown, bounds: unknown): void {
    this.#paintPath(paint, data);
    if (this.#isClip) clipState(this.state, bounds);
    this.#isClip = false;
  }

  #drawImage(): void {
    const box = findImageBox(this.state);
    if (box && this.#images.length <= most.images) this.#images.push(box);
  }

  #paintPath(paint: unknown, data: unknown): void {
    const [points] = Array.isArray(data) ? (data as readonly unknown[]) : [];
    if (!(points instanceof Float32Array)) return;
    const name = this.#page.names;
    const isStroked = strokingOperators.some((operator) => name[operator] === paint);
    const isFilled = fillingOperators.some((operator) => name[operator] === paint);
    if ((isStroked || isFilled) && this.#strokes.length <= most.strokes)
      drawPath(this.state, { data: points, isStroked, isFilled }, this.#strokes);
  }
}

const strokingOperators = [
  "stroke",
  "closeStroke",
  "fillStroke",
  "eoFillStroke",
  "closeFillStroke",
  "closeEOFillStroke",
];
const fillingOperators = ["fill", "eoFill", ...strokingOperators.slice(2)];
