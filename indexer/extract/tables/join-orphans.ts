import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { Block } from "../page/page.ts";
import type { Cell, RawTable } from "./cell.ts";
import { lexLine } from "./lex-line.ts";
import type { PrintedLabel } from "./scan-label.ts";

type Rows = RawTable["rows"];

/** The second line of a header is no longer; more of them are none. */
const longestHalf = 6;
const mostHalves = 30;
/** The forms have some twenty; hostile ones would take time. */
const mostHeads = 200;
const mostLines = 60;

/** A cell of a header by what stands below the table of it, as one label. */
type Joined = ReadonlyMap<Cell, Cell>;

/**
 * The rows of a table of which the second lines of headers (`名称`, `累计`) stand below it, in its last rows or in the
 * lines that follow: back in their cells, where there is one way to make labels of all of them in their order. Else
 * the rows as they are.
 */
export function joinOrphans(rows: Rows, following: readonly string[]): Rows {
  const start = rows.findIndex((row) => row.some(({ kind }) => kind === "value"));
  if (start < 1) return rows;
  const end = rows.findLastIndex((row) => readHalves(row) === null) + 1;
  const own = rows.slice(end).flatMap((row) => readHalves(row) ?? []);
  const halves = [...own, ...following];
  if (halves.length < 2 || halves.length > mostHalves || end <= start) return rows;
  const heads = rows.slice(0, start).flat();
  const only = heads.length > mostHeads ? null : findOnlyWay(heads, halves);
  if (!only) return rows;
  return rows.slice(0, end).map((row) => row.map((cell) => only.get(cell) ?? cell));
}

/** The short words of the lines right behind a table, whatever parts them. */
export function listHalves(blocks: readonly Block[], from: number): readonly string[] {
  const halves: string[] = [];
  for (const block of blocks.slice(from, from + mostLines)) {
    if (block.kind !== "line") break;
    const words = block.text.split(/[\s|]+/u).filter((word) => word !== "");
    if (words.some((word) => word.length > longestHalf || !/^\p{Script=Han}+$/u.test(word))) break;
    halves.push(...words);
  }
  return halves;
}

/** The words of a row that prints nothing else, or null. */
function readHalves(row: Rows[number]): readonly string[] | null {
  const printed = row.filter(({ kind }) => kind !== "blank");
  const isWords = printed.every(
    ({ kind, text }) => kind !== "value" && text.length <= longestHalf && !/\p{Nd}/u.test(text),
  );
  return isWords ? printed.map(({ text }) => text) : null;
}

/** The one way to add all halves to header cells in their order so that no words are left that say nothing. */
function findOnlyWay(heads: readonly Cell[], halves: readonly string[]): Joined | null {
  const joins = heads.map((head) => halves.map((half) => join(head, half)));
  const ways = countWays(heads, joins);
  if (ways[0]?.[0] !== 1) return null;
  const joined = new Map<Cell, Cell>();
  for (const [at, head] of heads.entries()) {
    const cell = joins[at]?.[joined.size];
    if (cell && ways[at + 1]?.[joined.size + 1] === 1) joined.set(head, cell);
  }
  return joined;
}

/**
 * How many ways there are, two standing for more, to add the halves from the second index on to the heads from the
 * first on. Counted from the end, so that the time grows with their product and not with the ways.
 */
function countWays(
  heads: readonly Cell[],
  joins: readonly (readonly (Cell | null)[])[],
): readonly (readonly number[])[] {
  const count = joins[0]?.length ?? 0;
  const last = Array.from({ length: count + 1 }, (_, half) => (half === count ? 1 : 0));
  const ways: (readonly number[])[] = [last];
  for (const [at, head] of [...heads.entries()].toReversed()) {
    const behind = ways[0] ?? last;
    const own = behind.map((skipped, half) => {
      const isJoined = Boolean(joins[at]?.[half]);
      const left = head.kind === "text" ? 0 : skipped;
      return Math.min(2, left + (isJoined ? (behind[half + 1] ?? 0) : 0));
    });
    ways.unshift(own);
  }
  return ways;
}

function join(head: Cell, half: string): Cell | null {
  if (head.kind !== "label" && head.kind !== "text") return null;
  const text = head.text + half;
  const label = readWhole(text);
  return label && { ...head, kind: "label", text, label };
}

/** The label that is all of a text. */
function readWhole(text: string): PrintedLabel | null {
  const [only, other] = lexLine(text, 0)?.items ?? [];
  const isWhole = only?.label?.words === text || normalizeLabel(only?.label?.words ?? "") === text;
  return only && !other && isWhole ? only.label : null;
}
