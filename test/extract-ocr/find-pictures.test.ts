import { describe, expect, it } from "vitest";
import { cropImage } from "../../indexer/extract/ocr/crop-image.ts";
import { findPictures } from "../../indexer/extract/ocr/find-pictures.ts";
import type { Box } from "../../indexer/extract/pdf/box.ts";
import type { DrawnGlyph } from "../../indexer/extract/pdf/drawing.ts";

const view = [0, 0, 600, 800];
const title = print({ x0: 100, y0: 740, x1: 112, y1: 752 });

function print(box: Box): DrawnGlyph {
  return { text: "表", angle: 0, size: 12, font: "F1", isHidden: false, ...box };
}

function find(images: readonly Box[], glyphs: readonly DrawnGlyph[] = [title]): readonly Box[] {
  return findPictures({ images, glyphs, strokes: [] }, view);
}

describe("pictures on a page of text", () => {
  const table = { x0: 50, y0: 300, x1: 550, y1: 600 };

  it("may show tables where they are large", () => {
    const seal = { x0: 400, y0: 100, x1: 520, y1: 220 };
    const line = { x0: 50, y0: 700, x1: 550, y1: 704 };
    expect(find([seal, line, table])).toEqual([table]);
  });

  it("show none where text is printed over them", () => {
    expect(find([table], [title, print({ x0: 100, y0: 400, x1: 112, y1: 412 })])).toEqual([]);
  });

  it("are left to the recognition of pages where there is no text", () => {
    expect(find([table], [])).toEqual([]);
  });

  it("are one where they are printed in strips", () => {
    const strips = [300, 400, 500].map((y0) => ({ ...table, y0, y1: y0 + 100 }));
    expect(find(strips)).toEqual([table]);
    expect(find(strips.map((strip) => ({ ...strip, y1: strip.y1 - 4 })))).toHaveLength(3);
  });
});

describe("a part of a picture", () => {
  it("holds the pixels of its box, and tells places in the whole", () => {
    const pixels = Uint8Array.from({ length: 20 }, (_, at) => at);
    const whole = {
      number: 3,
      unit: 0.5,
      image: { width: 5, height: 4, pixels },
      place: ({ x0, y0, x1, y1 }: Box) => ({
        in: "image" as const,
        page: 3,
        box: [x0, y0, x1, y1] as const,
        confidence: 1,
      }),
    };
    const part = cropImage(whole, { x0: 1.2, y0: 0.9, x1: 2.8, y1: 9 }, 1);
    expect(part.image).toEqual({
      width: 2,
      height: 4,
      pixels: Uint8Array.from([1, 2, 6, 7, 11, 12, 16, 17]),
    });
    expect(part).toMatchObject({ number: 1, unit: 0.5 });
    expect(part.place({ x0: 0, y0: 1, x1: 1, y1: 2, confidence: 0.9 })).toMatchObject({
      box: [1, 1, 2, 2],
    });
  });
});
