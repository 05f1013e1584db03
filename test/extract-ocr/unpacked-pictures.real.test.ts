import { Buffer } from "node:buffer";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeImage } from "../../indexer/extract/ocr/decode/decode-image.ts";
import { listTiffPages } from "../../indexer/extract/ocr/decode/list-tiff-pages.ts";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";
import { unpackImage } from "../../indexer/extract/ocr/unpack-image.ts";
import { readOriginal } from "../../indexer/extract/read-original.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { openRecognizer, type Recognizer } from "../../indexer/ocr/open-recognizer.ts";
import { buildPaper, drawCharacter, fillBox } from "./draw-page.ts";
import { writeTiff } from "./write-tiff.ts";

/** 64 × 64 pixels in CCITT group 4, as scanners for faxes write them: a bar above, one at the left, a square. */
const fax = Buffer.from(
  "SUkqADIAAAAnf////k1A8N/yd////////moNH///////////////+P//////gAgAgAAKAAABAwABAAAAQAAAAAEBAwABAAAAQAAAAAIBAwABAAAAAQAAAAMBAwABAAAABAAAAAYBAwABAAAAAAAAAAoBAwABAAAAAQAAABEBBAABAAAACAAAABUBAwABAAAAAQAAABYBAwABAAAAQAAAABcBBAABAAAAKQAAAAAAAAA=",
  "base64",
);

describe("pictures that only the recognizer unpacks", () => {
  let recognizer: Recognizer;
  beforeAll(async () => {
    recognizer = await openRecognizer(1);
  });
  afterAll(() => recognizer?.close());

  it("each page of a TIFF file, to the pixel", async () => {
    const pages = [drawPage(200, 120), drawPage(90, 200)];
    for (const order of ["II", "MM"] as const) {
      const files = listTiffPages(writeTiff(pages, order));
      const images = await Promise.all(files.map(decode));
      expect(images).toEqual(pages);
    }
  });

  it("TIFF in CCITT group 4, to the pixel", async () => {
    const page = buildPaper(64, 64);
    fillBox(page, [0, 10, 64, 14]);
    fillBox(page, [10, 0, 14, 64]);
    fillBox(page, [30, 30, 50, 50]);
    expect(await decode(fax)).toEqual(page);
  });

  it("WebP, all but its losses", async () => {
    const page = drawPage(300, 200);
    const image = await decode(encodeWebp(page));
    expect([image.width, image.height]).toEqual([300, 200]);
    const far = image.pixels.filter((shade, at) => Math.abs(shade - (page.pixels[at] ?? 0)) > 40);
    expect(far.length).toBeLessThan(image.pixels.length / 200);
  });

  it("damaged ones are refused, and the next one is read", async () => {
    const whole = encodeWebp(drawPage(300, 200));
    for (const cut of [40, 200, whole.length >> 1]) {
      const reading = readOriginal(whole.slice(0, cut), recognizer);
      await expect(reading).rejects.toThrow(UnreadableFile);
    }
    const scrambled = whole.map((byte, at) => (at > 30 && at % 7 === 0 ? byte ^ 0x5a : byte));
    // Whatever it shows, it is no report.
    await expect(readOriginal(scrambled, recognizer)).rejects.toThrow(UnreadableFile);
    expect(await decode(fax)).toMatchObject({ width: 64, height: 64 });
  });

  async function decode(bytes: Uint8Array): Promise<GrayImage> {
    return decodeImage(await unpackImage(bytes, recognizer)).image;
  }
});

function drawPage(width: number, height: number): GrayImage {
  const page = buildPaper(width, height);
  drawCharacter(page, [20, 20], 50);
  fillBox(page, [10, 90, 60, 100], 128);
  return page;
}

function encodeWebp({ width, height, pixels }: GrayImage): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const data = context.createImageData(width, height);
  pixels.forEach((shade, at) => data.data.set([shade, shade, shade, 255], 4 * at));
  context.putImageData(data, 0, 0);
  return new Uint8Array(canvas.encodeSync("webp", 90));
}
