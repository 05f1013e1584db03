import { Buffer } from "node:buffer";
import { createCanvas, type Canvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { decodeImage } from "../../indexer/extract/ocr/decode/decode-image.ts";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";
import { encodeImage } from "./degrade-image.ts";
import { buildPaper, drawCharacter, fillBox } from "./draw-page.ts";

const page = drawSample();

describe("a picture is decoded to shades of grey", () => {
  it("PNG", () => {
    expect(decodeImage(encodeImage(page))).toEqual({ image: page, scale: 1 });
  });

  it("JPEG, all but its losses", () => {
    const { image } = decodeImage(encodeImage(page, 95));
    expect([image.width, image.height]).toEqual([page.width, page.height]);
    expect(measureDistance(image, page)).toBeLessThan(4);
  });

  it("GIF, the first picture of it", () => {
    const canvas = drawCanvas(page);
    const bytes = new Uint8Array(canvas.encodeSync("gif"));
    expect(measureDistance(decodeImage(bytes).image, page)).toBeLessThan(4);
  });

  it.each([1, 8, 24, 32])("BMP of %i bits", (bits) => {
    const black = page.pixels.map((shade) => (shade < 128 ? 0 : 255));
    const { image } = decodeImage(writeBmp({ ...page, pixels: black }, bits));
    expect(image.pixels).toEqual(black);
  });

  it("one of many pixels becomes smaller", () => {
    const large = new Uint8Array(createCanvas(5000, 4000).toBuffer("image/png"));
    const { image, scale } = decodeImage(large);
    expect(image.width * image.height).toBeLessThanOrEqual(14e6);
    expect(image.width * scale).toBeCloseTo(5000, -1);
  });
});

function drawSample(): GrayImage {
  const paper = buildPaper(157, 90);
  drawCharacter(paper, [20, 20], 40);
  fillBox(paper, [90, 10, 130, 70], 128);
  return paper;
}

function drawCanvas({ width, height, pixels }: GrayImage): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const data = context.createImageData(width, height);
  pixels.forEach((shade, at) => data.data.set([shade, shade, shade, 255], 4 * at));
  context.putImageData(data, 0, 0);
  return canvas;
}

/** The mean difference of shades. */
function measureDistance(one: GrayImage, other: GrayImage): number {
  const sum = one.pixels.reduce(
    (total, shade, at) => total + Math.abs(shade - (other.pixels[at] ?? 0)),
    0,
  );
  return sum / one.pixels.length;
}

/** A BMP file of black and white, rows from the bottom up. */
function writeBmp({ width, height, pixels }: GrayImage, bits: number): Uint8Array {
  const colors = bits > 8 ? 0 : 2 ** bits;
  const length = Math.ceil((width * bits) / 32) * 4;
  const start = 54 + 4 * colors;
  const file = Buffer.alloc(start + length * height);
  file.write("BM", "latin1");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(start, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  for (let color = 0; color < colors; color++)
    file.fill((color * 255) / (colors - 1), 54 + 4 * color, 57 + 4 * color);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue;
      const line = start + (height - 1 - y) * length;
      if (bits === 1) file[line + (x >> 3)] = (file[line + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
      else file.fill(255, line + (x * bits) / 8, line + ((x + 1) * bits) / 8);
    }
  return file;
}
