import { normalizeLabel } from "../../../../corpus/forms/normalize-label.ts";
import { sheetDepth, type Fragment } from "./fragment.ts";

/** A printed label with all its lines, from the top down. */
export interface PrintedWords {
  readonly fragments: readonly Fragment[];
  /** The depths of its lines. */
  readonly lines: readonly number[];
  readonly x0: number;
  readonly x1: number;
}

/** Lines of a label are apart by so many sizes, and the words of a line mostly by less than the first, at most by the second gap. */
const step = { least: 0.6, most: 2.8 };
const usualGap = 0.6;
const widestGap = 2.2;
/** Punctuation stands closer. */
const touching = 0.3;
/** Steps within a label differ by at most this many sizes. */
const uneven = 0.25;
/** No label is looked for among more pieces of its words, or in more steps. */
const mostPieces = 600;
const mostSteps = 1_500;

/** Where one of the wordings is printed as the words of a cell, wrapped or not. No fragment belongs to two finds. */
export function findWords(
  wordings: readonly string[],
  pool: readonly Fragment[],
): readonly PrintedWords[] {
  const taken = new Set<Fragment>();
  const found: PrintedWords[] = [];
  const normal = wordings.map(normalizeLabel).sort((a, b) => b.length - a.length);
  for (const words of normal) {
    const own = pool.filter((fragment) => words.includes(fragment.words));
    const search = { pool: own.slice(0, mostPieces), all: pool, steps: mostSteps };
    for (const start of search.pool) {
      if (start.words === "" || !words.startsWith(start.words) || taken.has(start)) continue;
      const rest = words.slice(start.words.length);
      const chain = follow({ chain: findMarks(start, search.pool), rest }, search);
      if (!chain || chain.some((fragment) => taken.has(fragment))) continue;
      for (const fragment of chain) taken.add(fragment);
      found.push(buildWords(chain));
    }
  }
  return found.sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}

function buildWords(fragments: readonly Fragment[]): PrintedWords {
  const lines: number[] = [];
  for (const { depth, size } of fragments)
    if (depth - (lines.at(-1) ?? -Infinity) > step.least * size) lines.push(depth);
  const x0 = Math.min(...fragments.map((fragment) => fragment.x0));
  const x1 = Math.max(...fragments.map((fragment) => fragment.x1));
  return { fragments, lines, x0, x1 };
}

/** The first words of a label, and the bracket that stands alone in the line above. */
function findMarks(start: Fragment, pool: readonly Fragment[]): readonly Fragment[] {
  const mark = pool.find((own) => own.words === "" && isBelow([own], start, pool));
  return mark && mark.sheet === start.sheet ? [mark, start] : [start];
}

interface Beginning {
  readonly chain: readonly Fragment[];
  readonly rest: string;
}

/** Where a label is looked for, and the steps that are left to do so. */
interface Search {
  readonly pool: readonly Fragment[];
  /** Everything that is printed there. */
  readonly all: readonly Fragment[];
  steps: number;
}

/** The fragments that go on with the rest of the words, close to the right, in the next line or further to the right; null where there are none. */
function follow({ chain, rest }: Beginning, search: Search): readonly Fragment[] | null {
  const { pool } = search;
  const last = chain.at(-1);
  if (!last || search.steps-- < 0) return null;
  const mark = pool.find((next) => next.words === "" && isBehind(last, next, touching));
  if (mark && !chain.includes(mark)) return follow({ chain: [...chain, mark], rest }, search);
  if (rest === "") return chain;
  const marks = pool.filter((next) => next.words === "" && isBelow(chain, next, search.all));
  const fitting = pool.filter(({ words }) => words !== "" && rest.startsWith(words));
  const nexts = [
    ...fitting.filter((next) => isBehind(last, next, usualGap)),
    ...fitting.filter((next) => isBelow(chain, next, search.all)),
    ...fitting.filter((next) => isBehind(last, next, widestGap)),
    ...marks,
  ];
  for (const next of nexts) {
    const left = rest.slice(next.words.length);
    const whole = follow({ chain: [...chain, next], rest: left }, search);
    if (whole) return whole;
  }
  return null;
}

type Placed = Pick<Fragment, "x0" | "depth" | "size">;

function isBehind(last: Fragment, next: Placed, gap: number): boolean {
  if (Math.abs(next.depth - last.depth) > 0.3 * last.size) return false;
  const between = next.x0 - last.x1;
  return between > -touching * last.size && between < gap * last.size;
}

/** Whether a fragment can be the next line of a label: below it, at the step of its lines. */
function isBelow(chain: readonly Fragment[], next: Fragment, pool: readonly Fragment[]): boolean {
  const last = chain.at(-1) ?? next;
  const line = chain.filter(({ depth }) => Math.abs(depth - last.depth) < 0.3 * last.size);
  if (!line.some(({ x0, x1 }) => next.x0 < x1 && next.x1 > x0)) return false;
  if (Math.abs(next.size - last.size) > 0.1 * last.size) return false;
  if (next.sheet !== last.sheet) {
    return (
      next.sheet === last.sheet + 1 && isFirst(next, next.depth - (next.depth % sheetDepth), pool)
    );
  }
  const down = next.depth - last.depth;
  if (down < step.least * last.size || down > step.most * last.size) return false;
  if (!isFirst(next, last.depth + step.least * last.size, pool)) return false;
  const steps = buildWords(chain).lines.map((depth, at, lines) => depth - (lines[at - 1] ?? depth));
  return steps.slice(1).every((own) => own > 1e4 || Math.abs(own - down) < uneven * last.size);
}

/** Whether nothing else of its column stands above a fragment on its sheet, from a depth on. */
function isFirst(fragment: Fragment, from: number, pool: readonly Fragment[]): boolean {
  const to = fragment.depth - step.least * fragment.size;
  for (let at = findDepth(pool, from - fragment.size); at < pool.length; at++) {
    const other = pool[at];
    if (!other || other.depth > fragment.depth) return true;
    const isAbove = other.sheet === fragment.sheet && other.depth > from && other.depth < to;
    if (isAbove && other.x0 < fragment.x1 && other.x1 > fragment.x0) return false;
  }
  return true;
}

/** The first of the fragments, which are in order of their lines, that stands at a depth or below. */
function findDepth(pool: readonly Fragment[], depth: number): number {
  let low = 0;
  let high = pool.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pool[middle]?.depth ?? Infinity) < depth) low = middle + 1;
    else high = middle;
  }
  return low;
}
