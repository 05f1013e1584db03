import type { Bitmap } from "./bitmap.ts";

/** Pictures lie aslant by no more than this, in degrees; it is found to `fine`. */
const bounds = { most: 5.2, coarse: 0.2, fine: 0.02 };
/** So many points of ink are enough. */
const mostPoints = 120_000;

/**
 * The angle, in degrees clockwise, by which lines of print lean: where the rows of ink along it differ most from
 * their neighbours.
 */
export function findSkew(ink: Bitmap): number {
  const points = listPoints(ink);
  if (points.length < 400) return 0;
  const coarse = findBest(points, ink, {
    from: -bounds.most,
    to: bounds.most,
    step: bounds.coarse,
  });
  const near = { from: coarse - bounds.coarse, to: coarse + bounds.coarse, step: bounds.fine };
  const angle = findBest(points, ink, near);
  // A lean that straightens nothing is none.
  const [leaning, upright] = [score(points, ink, angle), score(points, ink, 0)];
  return leaning > upright * 1.02 && Math.abs(angle) < bounds.most ? angle : 0;
}

/** Points of ink with paper above, x and y in turns: upper edges tell more than areas do. */
function listPoints({ width, height, bits }: Bitmap): Int32Array {
  const all: number[] = [];
  for (let y = 1; y < height; y++)
    for (let x = 0; x < width; x++)
      if (bits[y * width + x] === 1 && bits[(y - 1) * width + x] === 0) all.push(x, y);
  const every = Math.max(1, Math.ceil(all.length / 2 / mostPoints));
  const points = new Int32Array(2 * Math.floor(all.length / 2 / every));
  for (let at = 0; at < points.length / 2; at++) {
    points[2 * at] = all[2 * at * every] ?? 0;
    points[2 * at + 1] = all[2 * at * every + 1] ?? 0;
  }
  return points;
}

interface Angles {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function findBest(points: Int32Array, ink: Bitmap, { from, to, step }: Angles): number {
  let best = { angle: 0, score: -1 };
  for (let at = 0; at <= Math.round((to - from) / step); at++) {
    const angle = from + at * step;
    const own = score(points, ink, angle);
    if (own > best.score) best = { angle, score: own };
  }
  return best.angle;
}

/** How sharply points gather in rows that lean by an angle. */
function score(points: Int32Array, { width, height }: Bitmap, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + 2 * margin);
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] ?? 0) - slope * (points[at] ?? 0)) + margin;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}
