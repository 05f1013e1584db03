import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listTiffPages } from "../../indexer/extract/ocr/decode/list-tiff-pages.ts";
import { readImageSize } from "../../indexer/extract/ocr/decode/read-image-size.ts";
import { unpackImage } from "../../indexer/extract/ocr/unpack-image.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { buildPaper } from "./draw-page.ts";
import { writeTiff } from "./write-tiff.ts";

const sizes = [
  [30, 20],
  [40, 50],
  [7, 9],
] as const;
const pages = sizes.map(([width, height]) => buildPaper(width, height));

describe("pages of a TIFF file", () => {
  it.each(["II", "MM"] as const)("are files of their own, in their order: %s", (order) => {
    const files = listTiffPages(writeTiff(pages, order));
    expect(files.map(readImageSize)).toEqual(sizes.map(([width, height]) => ({ width, height })));
  });

  it("are refused where their list turns back, leads nowhere or is too long", () => {
    const file = Buffer.from(writeTiff(pages.slice(0, 1)));
    const next = 8 + 2 + 12 * 9;
    for (const damaged of [8, 4, 1_000_000]) {
      file.writeUInt32LE(damaged, next);
      expect(() => listTiffPages(file)).toThrow("list of pages is damaged");
    }
    const many = writeTiff(Array.from({ length: 61 }, () => buildPaper(1, 1)));
    expect(() => listTiffPages(many)).toThrow("too many pages");
    const large = writeTiff(Array.from({ length: 20 }, () => buildPaper(1_000, 1_000)));
    expect(() => listTiffPages(large)).toThrow("too many pages");
  });

  it("end in a sentence or in files, whatever the bytes are", () => {
    const whole = writeTiff(pages);
    const change = fc.tuple(fc.nat(whole.length - 5), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(whole.length - 8), (changes, cut) => {
        const bytes = whole.slice(0, whole.length - cut);
        for (const [at, byte] of changes) if (at + 4 < bytes.length) bytes[at + 4] = byte;
        expect(countPages(bytes)).toBeLessThanOrEqual(60);
      }),
    );
  });
});

/** How many pages a file has, none where it is refused. */
function countPages(bytes: Uint8Array): number {
  try {
    return listTiffPages(bytes).length;
  } catch (error) {
    if (error instanceof UnreadableFile) return 0;
    throw error;
  }
}

describe("a picture that is to be unpacked", () => {
  it("is refused by its header where it is too large, before anything unpacks it", async () => {
    const unpack = async (): Promise<never> => {
      throw new Error("unpacked");
    };
    const tiff = Buffer.from(writeTiff(pages));
    tiff.writeUInt32LE(60_000, 8 + 2 + 8);
    tiff.writeUInt32LE(60_000, 8 + 2 + 12 + 8);
    const webp = Buffer.from("RIFF\0\0\0\0WEBPVP8X\n".padEnd(40, "\0"), "latin1").fill(255, 24, 30);
    for (const bytes of [tiff, webp])
      await expect(unpackImage(bytes, { unpack })).rejects.toThrow("million");
    await expect(unpackImage(writeTiff(pages), { unpack })).rejects.toThrow("damaged");
  });
});
