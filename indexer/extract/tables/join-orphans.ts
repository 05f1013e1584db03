import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { Block } from "../page/page.ts";
import type { Cell, RawTable } from "./cell.ts";
import { lexLine } from "./lex-line.ts";
import type { PrintedLabel } from "./scan-label.ts";

type Rows = RawTable["rows"];

/** The second line of a header is no longer; more of them are none. */
const longestHalf = 6;
const mostHalves = 30;
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
  const [only, other] = findWays(heads, halves);
  if (!only || other) return rows;
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

/** The ways, two at most, to add all halves to header cells in their order so that no words are left that say nothing. */
function findWays(heads: readonly Cell[], halves: readonly string[]): readonly Joined[] {
  const [half, ...rest] = halves;
  if (half === undefined) return heads.some(({ kind }) => kind === "text") ? [] : [new Map()];
  const ways: Joined[] = [];
  for (let at = 0; at + rest.length < heads.length && ways.length < 2; at++) {
    const head = heads[at];
    const joined = head ? join(head, half) : null;
    if (head && joined)
      for (const way of findWays(heads.slice(at + 1), rest))
        ways.push(new Map([[head, joined], ...way]));
    if (head?.kind === "text") break;
  }
  return ways.slice(0, 2);
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
