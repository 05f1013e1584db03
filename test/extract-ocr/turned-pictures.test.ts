import fc from "fast-check";
import { expect, it } from "vitest";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";
import type { ScannedImage } from "../../indexer/extract/ocr/scanned-image.ts";
import { setUpright } from "../../indexer/extract/ocr/set-upright.ts";
import { turnQuarter } from "../../indexer/extract/ocr/turn-quarter.ts";
import { buildPaper, drawCharacter } from "./draw-page.ts";

function buildScanned(image: GrayImage): ScannedImage {
  return {
    number: 1,
    image,
    unit: null,
    place: ({ x0, y0, x1, y1, confidence }) => ({
      in: "image",
      page: 1,
      box: [x0, y0, x1, y1],
      confidence,
    }),
  };
}

it("a place on a turned picture is that of the same ink in the picture before", () => {
  const sides = fc.integer({ min: 2, max: 30 });
  fc.assert(
    fc.property(fc.tuple(sides, sides), fc.nat(), fc.nat({ max: 3 }), (size, at, quarters) => {
      const [width, height] = size;
      const image = { width, height, pixels: new Uint8Array(width * height).fill(255) };
      const dot = at % (width * height);
      image.pixels[dot] = 0;
      let page = buildScanned(image);
      for (let turn = 0; turn < quarters; turn++) page = turnQuarter(page);
      const found = page.image.pixels.indexOf(0);
      const [x, y] = [found % page.image.width, Math.floor(found / page.image.width)];
      const place = page.place({ x0: x, y0: y, x1: x + 1, y1: y + 1, confidence: 1 });
      const [left, top] = [dot % width, Math.floor(dot / width)];
      expect(place).toMatchObject({ box: [left, top, left + 1, top + 1] });
    }),
  );
});

/** Lines that stand so far apart that the page, lying on its side, shows none. */
function drawLines(): GrayImage {
  const page = buildPaper(600, 1500);
  for (let line = 0; line < 17; line++)
    for (let at = 0; at < 15; at++) drawCharacter(page, [60 + at * 30, 60 + line * 80], 22);
  return page;
}

it("a page is turned until its lines are read, and is left as it is where they never are", async () => {
  const upright = buildScanned(drawLines());
  const turned = turnQuarter(turnQuarter(turnQuarter(upright)));
  const read = async () => ({ text: "", symbols: [], confidence: 0.95 });
  const { page } = await setUpright(turned, read);
  expect([page.image.width, page.image.height]).toEqual([600, 1500]);
  const doubtful = async () => ({ text: "", symbols: [], confidence: 0.6 });
  expect((await setUpright(turned, doubtful)).page).toBe(turned);
});
