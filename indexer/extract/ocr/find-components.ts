import type { Bitmap } from "./bitmap.ts";
import type { PixelBox } from "./pixel-box.ts";

/** Ink that hangs together. `runs` are its rows: y, first x, x behind the last, in turns. */
export interface Component extends PixelBox {
  readonly area: number;
  readonly runs: readonly number[];
}

/** More pieces of ink than this are a photograph or noise, not print. */
const mostRuns = 6_000_000;

/** The pieces of ink that hang together, corners included; null where there are too many for print. */
export function findComponents(ink: Bitmap): readonly Component[] | null {
  const runs = listRuns(ink);
  if (!runs) return null;
  const parents = joinRuns(runs, ink.height);
  const members = new Map<number, number[]>();
  for (let run = 0; run < runs.length / 3; run++) {
    const root = findRoot(parents, run);
    const own = members.get(root);
    const row = [runs[3 * run] ?? 0, runs[3 * run + 1] ?? 0, runs[3 * run + 2] ?? 0];
    if (own) own.push(...row);
    else members.set(root, row);
  }
  return [...members.values()].map(buildComponent);
}

function listRuns({ width, height, bits }: Bitmap): readonly number[] | null {
  const runs: number[] = [];
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      if (bits[start + x] === 0) continue;
      const from = x;
      while (x < width && bits[start + x] === 1) x++;
      runs.push(y, from, x);
    }
    if (runs.length > mostRuns) return null;
  }
  return runs;
}

/** Joins each run with those of the row above that it touches; the parents of a union-find. */
function joinRuns(runs: readonly number[], height: number): Int32Array {
  const count = runs.length / 3;
  const parents = Int32Array.from({ length: count }, (_, at) => at);
  const starts = new Int32Array(height + 1).fill(count);
  for (let run = count - 1; run >= 0; run--) starts[runs[3 * run] ?? 0] = run;
  for (let y = height - 1; y >= 0; y--) starts[y] = Math.min(starts[y] ?? 0, starts[y + 1] ?? 0);
  let above = 0;
  for (let run = 0; run < count; run++) {
    const [y = 0, from = 0, to = 0] = [runs[3 * run], runs[3 * run + 1], runs[3 * run + 2]];
    if (y === 0) continue;
    const end = starts[y] ?? 0;
    above = Math.max(above, starts[y - 1] ?? 0);
    while (above < end && (runs[3 * above + 2] ?? 0) < from) above++;
    for (let other = above; other < end && (runs[3 * other + 1] ?? 0) <= to; other++)
      parents[findRoot(parents, run)] = findRoot(parents, other);
  }
  return parents;
}

function findRoot(parents: Int32Array, index: number): number {
  let root = index;
  for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
    parents[root] = parents[parent] ?? parent;
    root = parents[root] ?? root;
  }
  return root;
}

function buildComponent(runs: readonly number[]): Component {
  let [x0, x1, area] = [Infinity, -Infinity, 0];
  for (let at = 0; at < runs.length; at += 3) {
    const [from = 0, to = 0] = [runs[at + 1], runs[at + 2]];
    x0 = Math.min(x0, from);
    x1 = Math.max(x1, to);
    area += to - from;
  }
  return { x0, x1, y0: runs[0] ?? 0, y1: (runs.at(-3) ?? 0) + 1, area, runs };
}
