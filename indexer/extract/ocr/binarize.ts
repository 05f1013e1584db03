import type { Bitmap } from "./bitmap.ts";
import type { GrayImage } from "./gray-image.ts";

/** Ink is darker than the mean of its surroundings by this share, and by so many shades at least. */
const darker = { share: 0.12, shades: 18 };
/** The surroundings reach this far to each side, in parts of the width; at least `least` pixels. */
const reach = { parts: 40, least: 10 };

/**
 * Tells ink from paper by the mean of the surroundings (Bradley and Roth, 2007), so that shadows of a scan and
 * tinted cells are paper.
 */
export function binarize({ width, height, pixels }: GrayImage): Bitmap {
  const radius = Math.max(reach.least, Math.round(width / reach.parts));
  const bits = new Uint8Array(width * height);
  const columns = new Uint32Array(width);
  let rows = 0;
  const addRow = (y: number, sign: 1 | -1): void => {
    if (y < 0 || y >= height) return;
    rows += sign;
    const start = y * width;
    for (let x = 0; x < width; x++)
      columns[x] = (columns[x] ?? 0) + sign * (pixels[start + x] ?? 0);
  };
  for (let y = -radius; y < radius; y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    addRow(y + radius, 1);
    addRow(y - radius - 1, -1);
    markRow(
      { columns, rows, radius },
      pixels.subarray(y * width, (y + 1) * width),
      bits.subarray(y * width),
    );
  }
  return { width, height, bits };
}

/** The sums of the columns over the rows around one row. */
interface Surroundings {
  readonly columns: Uint32Array;
  readonly rows: number;
  readonly radius: number;
}

function markRow({ columns, rows, radius }: Surroundings, row: Uint8Array, bits: Uint8Array): void {
  const width = row.length;
  let sum = 0;
  for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x] ?? 0;
  for (let x = 0; x < width; x++) {
    if (x + radius < width) sum += columns[x + radius] ?? 0;
    if (x > radius) sum -= columns[x - radius - 1] ?? 0;
    const counted = (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1) * rows;
    const mean = sum / counted;
    const pixel = row[x] ?? 0;
    if (pixel < mean * (1 - darker.share) && pixel < mean - darker.shades) bits[x] = 1;
  }
}
