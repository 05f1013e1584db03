import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from "@napi-rs/canvas";

/** Fonts with Chinese characters as systems call them, the more like print first. */
const chineseFonts = [
  "Noto Serif CJK SC",
  "Source Han Serif SC",
  "SimSun",
  "Songti SC",
  "Noto Sans CJK SC",
  "Source Han Sans SC",
  "Microsoft YaHei",
  "PingFang SC",
  "WenQuanYi Zen Hei",
  "WenQuanYi Micro Hei",
  "Droid Sans Fallback",
];

/** Pixels of all canvases of one drawing: each takes four bytes, which no limit of the heap counts. */
const mostPixels = 60_000_000;

interface CanvasAndContext {
  canvas: Canvas;
  context: SKRSContext2D;
}

/**
 * Makes the canvases that pdf.js draws on. A font that a PDF names but does not hold is drawn in a Chinese font of
 * this system: Skia looks for no other font by itself. Throws where a drawing asks for more than a page needs.
 */
export class CanvasFactory {
  #pixels = 0;

  create(width: number, height: number): CanvasAndContext {
    this.#take(width, height);
    const canvas = createCanvas(Math.max(1, width), Math.max(1, height));
    const context = canvas.getContext("2d");
    addChineseFont(context);
    return { canvas, context };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    this.#pixels -= canvas.width * canvas.height;
    this.#take(width, height);
    canvas.width = Math.max(1, width);
    canvas.height = Math.max(1, height);
  }

  destroy({ canvas }: CanvasAndContext): void {
    this.#pixels -= canvas.width * canvas.height;
    canvas.width = 0;
    canvas.height = 0;
  }

  #take(width: number, height: number): void {
    this.#pixels += Math.max(1, width) * Math.max(1, height);
    if (this.#pixels > mostPixels)
      throw new Error("The page draws on more layers than memory holds.");
  }
}

/** A font of this system with Chinese characters; null where there is none. */
export function findChineseFont(): string | null {
  return chineseFonts.find((name) => GlobalFonts.has(name)) ?? null;
}

function addChineseFont(context: SKRSContext2D): void {
  const family = findChineseFont();
  const font = findProperty(context, "font");
  if (family === null || !font?.get || !font.set) return;
  Object.defineProperty(context, "font", {
    configurable: true,
    get: () => font.get?.call(context) as unknown,
    set: (value: string) => {
      font.set?.call(context, `${value}, "${family}"`);
    },
  });
}

function findProperty(object: object, name: string): PropertyDescriptor | null {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return null;
}
