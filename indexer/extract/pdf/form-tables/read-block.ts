import type { FormBlock, FormRow } from "../../../../corpus/forms/form.ts";
import { alignValues } from "./align-values.ts";
import { findWords, type PrintedWords } from "./find-words.ts";
import type { Fragment } from "./fragment.ts";
import { mapColumns } from "./map-columns.ts";

/** A row of a form as it is printed. `values` are the lines of each column's cell; null where they are not clear. */
export interface PrintedRow {
  readonly row: FormRow;
  readonly label: PrintedWords;
  readonly values: ReadonlyMap<number, readonly Fragment[]> | null;
}

/** A block of a form's table as it is printed without lines. */
export interface PrintedBlock {
  readonly block: FormBlock;
  /** The heads of its columns. */
  readonly heads: readonly PrintedWords[];
  /** The words above several columns, and the corner above the labels, where they are printed. */
  readonly heading: PrintedWords | null;
  readonly corner: PrintedWords | null;
  readonly spanning: PrintedWords | null;
  readonly rows: readonly PrintedRow[];
  /** The groups of its rows by their wording. */
  readonly groups: ReadonlyMap<string, PrintedWords>;
  /** Every fragment that belongs to it. */
  readonly fragments: ReadonlySet<Fragment>;
}

/** What a cell may hold: a number, with or without its unit, or a mark for none. */
export const valueWords =
  /^(?:[+\-－−]?[\d０-９][\d０-９.,，．]*%?(?:万元|元|件|条|次|个)?|[/／—–\-－]{1,4}|无|空)$/u;
/** With less of its rows it is another form's. */
const leastRows = 0.6;
/** Labels end before the numbers begin, but for so many sizes: a closing sign is printed half as wide as it is. */
const overlap = 0.55;
/** Heads that pages repeat stand in one place, but for so many points. */
const sameColumn = 2;

/**
 * Reads a block of a form by the words of its labels and heads, among fragments that belong to it or stand below. Null
 * where they are not all there, or words stand between them that the form does not know.
 */
export function readBlock(block: FormBlock, pool: readonly Fragment[]): PrintedBlock | null {
  const words = findBlockWords(block, pool);
  if (!words) return null;
  const known = new Set(words.all.flatMap(({ fragments }) => fragments));
  const own = pool.slice(0, findEnd(pool, known));
  const top = words.rows[0]?.label.lines[0] ?? 0;
  const start = words.heads[0]?.x0 ?? 0;
  const values = own.filter(
    (fragment) => !known.has(fragment) && !(fragment.depth < top && isCorner(fragment, start)),
  );
  const labelEnd = Math.max(...words.labels.map(({ x1 }) => x1));
  if (
    !values.every(({ text, x0, size }) => valueWords.test(text) && x0 > labelEnd - overlap * size)
  )
    return null;
  const columns = mapColumns(words.heads, values);
  const marks = words.rows.map(({ label }) => ({ lines: label.lines, isCut: isCut(label) }));
  const step = findStep(words.all);
  const aligned = columns && alignValues(marks, { columns, step });
  if (!aligned) return null;
  const rows = words.rows.map((row, at) => ({ ...row, values: aligned[at] ?? null }));
  return { ...words, block, rows, fragments: new Set(own) };
}

interface BlockWords extends Pick<
  PrintedBlock,
  "heads" | "heading" | "corner" | "spanning" | "groups"
> {
  readonly rows: readonly Omit<PrintedRow, "values">[];
  readonly labels: readonly PrintedWords[];
  /** All words that the form knows, heads that each page repeats among them. */
  readonly all: readonly PrintedWords[];
}

function findBlockWords(block: FormBlock, pool: readonly Fragment[]): BlockWords | null {
  const heads = block.columns.map(({ label, variants = [] }) =>
    findRepeated([label, ...variants], pool),
  );
  const firsts = heads.flatMap((found) => found[0] ?? []);
  const start = firsts[0]?.x0 ?? 0;
  if (firsts.length < heads.length) return null;
  const find = (words: string | undefined): readonly PrintedWords[] =>
    words === undefined ? [] : findWords([words], pool);
  const heading = find(block.heading);
  const corner = find(block.corner);
  const spanning = find(block.columns.find(({ group }) => group !== undefined)?.group);
  const header = [...heads.flat(), ...heading, ...corner, ...spanning];
  const above = new Set(header.flatMap(({ fragments }) => fragments));
  const left = pool.filter((fragment) => isLeft(fragment, start) && !above.has(fragment));
  const rows = block.rows.flatMap((row) => {
    const label = findLabel(row, left);
    return label ? [{ row, label }] : [];
  });
  if (rows.length < leastRows * block.rows.length || !areInOrder(rows)) return null;
  const groups = new Map<string, PrintedWords>();
  for (const group of new Set(block.rows.flatMap((row) => row.groups ?? []))) {
    const [found] = findWords([group], left);
    if (found && !rows.some(({ row }) => row.groups?.includes(group))) return null;
    if (found) groups.set(group, found);
  }
  const labels = [...rows.map(({ label }) => label), ...groups.values()];
  if (haveShared(labels)) return null;
  const all = [...labels, ...header];
  return {
    heads: firsts,
    rows,
    groups,
    labels,
    all,
    heading: heading[0] ?? null,
    corner: corner[0] ?? null,
    spanning: spanning[0] ?? null,
  };
}

/** The head of a column, and where each page repeats it. */
function findRepeated(
  wordings: readonly string[],
  pool: readonly Fragment[],
): readonly PrintedWords[] {
  const found = findWords(wordings, pool);
  return found.filter(({ x0 }) => Math.abs(x0 - (found[0]?.x0 ?? 0)) < sameColumn);
}

/** Whether words stand left of the heads and above the labels, where their wording is free. */
function isCorner(fragment: Fragment, start: number): boolean {
  return isLeft(fragment, start) && !valueWords.test(fragment.text);
}

function isLeft({ x0, x1, size }: Fragment, start: number): boolean {
  return x0 < start - size && x1 < start + overlap * size;
}

/** The label of a row, with its number or without it; null where it is not printed once. */
function findLabel(
  { number = "", label, variants = [] }: FormRow,
  pool: readonly Fragment[],
): PrintedWords | null {
  const wordings = [label, ...variants];
  const numbered =
    number === ""
      ? []
      : findWords(
          wordings.map((words) => number + words),
          pool,
        );
  const found = numbered.length > 0 ? numbered : findWords(wordings, pool);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether words belong to two labels. */
function haveShared(labels: readonly PrintedWords[]): boolean {
  const pieces = labels.flatMap(({ fragments }) => fragments);
  return new Set(pieces).size < pieces.length;
}

function areInOrder(rows: BlockWords["rows"]): boolean {
  return rows.every(({ label }, at) => {
    const above = rows[at - 1]?.label.lines.at(-1) ?? -Infinity;
    return above < (label.lines[0] ?? 0);
  });
}

/** Where the block ends: behind the last of its words, and the values that stand lower. */
function findEnd(pool: readonly Fragment[], known: ReadonlySet<Fragment>): number {
  let end = pool.findLastIndex((fragment) => known.has(fragment)) + 1;
  while (end < pool.length) {
    const [last, next] = [pool[end - 1], pool[end]];
    if (!last || !next || next.depth - last.depth > 2 * last.size) break;
    const line = pool.filter((own) => isBeside(own, next) && !known.has(own));
    // What stands beside the last label is of its row, whatever it is.
    if (!isBeside(last, next) && !line.every(({ text }) => valueWords.test(text))) break;
    end++;
  }
  return end;
}

function isBeside(one: Fragment, other: Fragment): boolean {
  return Math.abs(one.depth - other.depth) < 0.3 * other.size;
}

function isCut({ lines }: PrintedWords): boolean {
  return (lines.at(-1) ?? 0) - (lines[0] ?? 0) > 1e5;
}

/** The usual step of the lines of labels; null where none wraps. */
export function findStep(words: readonly PrintedWords[]): number | null {
  const steps = words
    .flatMap(({ lines }) => lines.slice(1).map((depth, at) => depth - (lines[at] ?? depth)))
    .filter((step) => step < 1e5)
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? null;
}
