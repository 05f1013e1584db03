import { createCanvas } from "@napi-rs/canvas";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";
import { rotateImage } from "../../indexer/extract/ocr/rotate-image.ts";

/** What scanning does to a page; without a quality it is kept as PNG. */
export interface Damage {
  /** Degrees clockwise. */
  readonly skew?: number;
  /** How many times each pixel is mixed with its neighbours. */
  readonly blur?: number;
  /** The spread of noise, in shades. */
  readonly noise?: number;
  /** Quality of JPEG, from 1 to 100. */
  readonly quality?: number;
}

/** A page as a scanner would save it: the bytes of a picture. The same seed gives the same noise. */
export function degradeImage(page: GrayImage, damage: Damage, seed = 1): Uint8Array {
  let image = damage.skew ? rotateImage(page, -damage.skew) : page;
  for (let times = 0; times < (damage.blur ?? 0); times++) image = blur(image);
  return encodeImage(damage.noise ? addNoise(image, damage.noise, seed) : image, damage.quality);
}

export function encodeImage({ width, height, pixels }: GrayImage, quality?: number): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const picture = context.createImageData(width, height);
  picture.data.fill(255);
  pixels.forEach((shade, at) => picture.data.fill(shade, 4 * at, 4 * at + 3));
  context.putImageData(picture, 0, 0);
  const file =
    quality === undefined ? canvas.toBuffer("image/png") : canvas.toBuffer("image/jpeg", quality);
  return new Uint8Array(file);
}

function blur({ width, height, pixels }: GrayImage): GrayImage {
  const mixed = pixels.slice();
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const beside = [at - 1, at + 1, at - width, at + width];
      const sum = beside.reduce((total, place) => total + (pixels[place] ?? 255), 0);
      mixed[at] = Math.round((4 * (pixels[at] ?? 255) + sum) / 8);
    }
  return { width, height, pixels: mixed };
}

/** Noise, and paper that is not quite white. */
function addNoise({ width, height, pixels }: GrayImage, spread: number, seed: number): GrayImage {
  let state = seed;
  const roll = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const noisy = pixels.map((shade) => {
    const own = (roll() + roll() + roll() - 1.5) * 2 * spread;
    return Math.max(0, Math.min(255, shade - 8 + own));
  });
  return { width, height, pixels: noisy };
}
