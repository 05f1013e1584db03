import type { Box } from "./box.ts";
import type { Rule, Sheet } from "./sheet.ts";

/** Lines that come so near meet, and lines so near beside each other are one border. In points. */
export const nearness = 3.5;
/** A line that reaches this far beyond the last one across it shows a row or column without an outer line. */
const openEnd = 6;
/** The piece of a row that a page cuts off stands no further away. */
const furthestPiece = 40;
/** A line stands beside a table along at least this share of its height, no further away than this of its width. */
const besideShare = 0.8;
const widestSide = 0.3;
/** More fields than this make a drawing, not a table. */
const mostFields = 40_000;

/** The lines of one table: distances of its columns and heights of its rows, each ascending. */
export interface Lattice {
  readonly box: Box;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
}

interface RuleGroup {
  readonly horizontals: Rule[];
  readonly verticals: Rule[];
}

/** Groups the lines of a page that touch each other, and gives each group that parts its inside a lattice. */
export function findLattices({ horizontals, verticals }: Sheet): readonly Lattice[] {
  const parents = connectRules(horizontals, verticals);
  const groups = new Map<number, RuleGroup>();
  const findGroup = (index: number): RuleGroup => {
    const root = findRoot(parents, index);
    const group = groups.get(root) ?? { horizontals: [], verticals: [] };
    groups.set(root, group);
    return group;
  };
  horizontals.forEach((rule, at) => findGroup(at).horizontals.push(rule));
  verticals.forEach((rule, at) => findGroup(horizontals.length + at).verticals.push(rule));
  const loose = [...groups.values()].filter((group) => group.horizontals.length === 0);
  const strays = loose.flatMap((group) => group.verticals);
  return [...groups.values()].flatMap((group) => buildLattice(group, strays) ?? []);
}

/** Joins lines that touch; the parents of a union-find over horizontals, then verticals. */
function connectRules(horizontals: readonly Rule[], verticals: readonly Rule[]): number[] {
  const parents = Array.from({ length: horizontals.length + verticals.length }, (_, at) => at);
  verticals.forEach((vertical, at) => {
    for (let h = findFirst(horizontals, vertical.from - nearness); h < horizontals.length; h++) {
      const horizontal = horizontals[h];
      if (!horizontal || horizontal.at > vertical.to + nearness) break;
      const meets =
        vertical.at >= horizontal.from - nearness && vertical.at <= horizontal.to + nearness;
      if (meets) parents[findRoot(parents, h)] = findRoot(parents, horizontals.length + at);
    }
  });
  return parents;
}

/** The first of the rules, sorted by where they lie, that lies at `from` or behind. */
function findFirst(rules: readonly Rule[], from: number): number {
  let low = 0;
  let high = rules.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rules[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findRoot(parents: number[], index: number): number {
  let root = index;
  for (
    let parent = parents[root];
    parent !== undefined && parent !== root;
    parent = parents[root]
  ) {
    parents[root] = parents[parent] ?? parent;
    root = parents[root] ?? parent;
  }
  return root;
}

function buildLattice(group: RuleGroup, strays: readonly Rule[]): Lattice | null {
  const { horizontals } = group;
  if (horizontals.length === 0 || group.verticals.length === 0) return null;
  const verticals = [...group.verticals, ...findCutOff(group, strays), ...findSides(group, strays)];
  const xs = findPlaces(verticals, horizontals);
  const ys = findPlaces(horizontals, verticals);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > mostFields) return null;
  const box = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs.at(-1) ?? 0, y1: ys.at(-1) ?? 0 };
  return { box, xs, ys, horizontals, verticals };
}

/** Pieces of the same columns that stand near above or below: a browser leaves them where a page cuts a row. */
function findCutOff(
  { horizontals, verticals }: RuleGroup,
  strays: readonly Rule[],
): readonly Rule[] {
  const heights = horizontals.map(({ at }) => at);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const pieces = strays.filter(
    ({ at, from, to }) =>
      Math.max(low - to, from - high) < furthestPiece &&
      (to < low || from > high) &&
      verticals.some((vertical) => Math.abs(vertical.at - at) < 1),
  );
  return pieces.length > 1 ? pieces : [];
}

/** Lines that no other meets beside all of the table: the border of a cell as high as the page. */
function findSides(
  { horizontals, verticals }: RuleGroup,
  strays: readonly Rule[],
): readonly Rule[] {
  const heights = [
    ...horizontals.map(({ at }) => at),
    ...verticals.flatMap(({ from, to }) => [from, to]),
  ];
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const places = verticals.map(({ at }) => at);
  const [left, right] = [Math.min(...places), Math.max(...places)];
  return strays.filter(
    ({ at, from, to }) =>
      Math.min(to, high) - Math.max(from, low) > besideShare * (high - low) &&
      Math.max(left - at, at - right) < widestSide * (right - left),
  );
}

/** Where lines lie, and where those across them end far outside: there the table ends without a line. */
function findPlaces(rules: readonly Rule[], across: readonly Rule[]): readonly number[] {
  const places = rules.map(({ at }) => at);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const from = Math.min(...across.map((rule) => rule.from));
  const to = Math.max(...across.map((rule) => rule.to));
  if (from < low - openEnd) places.push(from);
  if (to > high + openEnd) places.push(to);
  return clusterPlaces(places);
}

/** The middle of each group of places that lie no further apart than `nearness`. */
function clusterPlaces(places: number[]): readonly number[] {
  places.sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const place of places) {
    const last = clusters.at(-1);
    if (last && place - (last[0] ?? 0) <= nearness) last.push(place);
    else clusters.push([place]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, place) => sum + place, 0) / cluster.length);
}
