import { Buffer } from "node:buffer";
import { createCanvas } from "@napi-rs/canvas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recognize } from "../../indexer/extract/ocr/recognize.ts";
import { readScan } from "../../indexer/extract/ocr/read-scan.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { encodeImage } from "./degrade-image.ts";
import { buildPaper, drawCharacter, drawGrid } from "./draw-page.ts";

/** Recognition that finds nothing. */
const blind: Recognize = async () => ({ text: "", confidence: 0, symbols: [] });
const picture = encodeImage(drawSheet());
const jpeg = encodeImage(drawSheet(), 80);

describe("a damaged picture is refused with a sentence", () => {
  it.each<readonly [string, Uint8Array]>([
    ["empty", new Uint8Array()],
    ["one pixel", encodeImage(buildPaper(1, 1))],
    ["blank", encodeImage(buildPaper(600, 800))],
    ["cut off in its header", picture.slice(0, 20)],
    ["no picture", Buffer.from("<html>no picture at all</html>")],
    ["a PNG of 30,000 × 30,000 pixels", claimSize(picture, 30_000, 30_000)],
    [
      "a GIF of 60,000 × 60,000 pixels",
      Buffer.from("GIF89a\u0060\u00ea\u0060\u00ea".padEnd(60, "\0"), "latin1"),
    ],
    ["a PNG without pixels", claimSize(picture, 0, 0)],
  ])("%s", async (_, bytes) => {
    await expect(readScan([bytes], { recognize: blind })).rejects.toThrow(UnreadableFile);
  });

  it("too many pictures", async () => {
    const many = Array.from({ length: 61 }, () => picture);
    await expect(readScan(many, { recognize: blind })).rejects.toThrow("1 and 60");
  });

  it("any bytes of a PNG or JPEG changed or cut off", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(picture, jpeg),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
        async (whole, changes, cut) => {
          const bytes = whole.slice(0, 30 + (cut % whole.length));
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const outcome = await readScan([bytes], { recognize: blind }).catch(
            (error: unknown) => error,
          );
          // With nothing recognized there is no report in any of them.
          expect(outcome).toBeInstanceOf(UnreadableFile);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("reading a picture", () => {
  it("takes transparent paper as white", async () => {
    const canvas = createCanvas(700, 400);
    const context = canvas.getContext("2d");
    context.fillStyle = "#000";
    for (let at = 0; at < 12; at++) context.strokeRect(60 + 40 * at, 60, 26, 26);
    const seen: number[] = [];
    const recognize: Recognize = async (image) => {
      seen.push(Math.max(...image.pixels));
      return {
        text: "口",
        confidence: 0.9,
        symbols: [{ text: "口", confidence: 0.9, x0: 0, x1: 9 }],
      };
    };
    const { blocks } = await readScan([new Uint8Array(canvas.toBuffer("image/png"))], {
      recognize,
    });
    expect(blocks).toMatchObject([
      { kind: "line", text: "口", origin: { in: "image", page: 1, confidence: 0.9 } },
    ]);
    expect([...new Set(seen)]).toEqual([255]);
  });

  it("tells its progress and ends when told to", async () => {
    const done: string[] = [];
    const recognize: Recognize = async () => ({
      text: "口",
      confidence: 0.9,
      symbols: [{ text: "口", confidence: 0.9, x0: 0, x1: 9 }],
    });
    const onProgress = (pages: number, all: number): void => void done.push(`${pages}/${all}`);
    await readScan([picture, picture], { recognize, onProgress });
    expect(done).toEqual(["1/2", "2/2"]);
    const abort = new AbortController();
    const stopping: Recognize = async (image, request) => {
      abort.abort(new Error("enough"));
      return recognize(image, request);
    };
    const reading = readScan([picture, picture], { recognize: stopping, signal: abort.signal });
    await expect(reading).rejects.toThrow("enough");
  });
});

function drawSheet(): ReturnType<typeof buildPaper> {
  const page = buildPaper(500, 300);
  drawGrid(page, { xs: [20, 220, 460], ys: [30, 90, 150, 210] });
  for (let row = 0; row < 3; row++)
    for (let at = 0; at < 5; at++) drawCharacter(page, [40 + at * 30, 50 + row * 60], 22);
  return page;
}

/** The picture with another size in its header (PNG, 11.2.2). */
function claimSize(png: Uint8Array, width: number, height: number): Uint8Array {
  const claimed = Buffer.from(png);
  claimed.writeUInt32BE(width, 16);
  claimed.writeUInt32BE(height, 20);
  return claimed;
}
