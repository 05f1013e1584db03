import type { TableKey } from "../../../../corpus/fact.ts";
import type { FormTable } from "../../../../corpus/forms/form.ts";
import { form2019 } from "../../../../corpus/forms/form-2019.ts";
import { form2021 } from "../../../../corpus/forms/form-2021.ts";
import { restoreNumbers } from "./restore-numbers.ts";
import { joinBoxes } from "../box.ts";
import type { Leaf } from "../leaf.ts";
import type { Table } from "../table.ts";
import { findWords } from "./find-words.ts";
import { listFragments, type Fragment } from "./fragment.ts";
import { readBlocks } from "./read-blocks.ts";
import { readDisputes } from "./read-disputes.ts";
import type { TableReading } from "./table-reading.ts";

/** The forms whose tables have narrow columns, in which labels and numbers wrap. */
const narrowForms = [form2021, form2019];
/** A report has fewer pieces of words. */
const mostFragments = 8_000;

/** Words of the first lines of each table: where all are printed near each other, it begins. */
const openings: readonly (readonly [TableKey, readonly string[]])[] = [
  ["disclosure", ["第二十条第（一）项"]],
  ["requests", ["申请人情况", "自然人", "商业企业"]],
  ["disputes", ["行政复议", "行政诉讼", "结果维持"]],
];

/**
 * The sheets with the tables of the forms since 2019 that are printed without lines: the words of their labels and
 * heads, known from the forms, tell rows and columns. What is not clear is left among the lines of its sheet. `whole`
 * are the same sheets with their page numbers.
 */
export function readFormTables(leaves: readonly Leaf[], whole: readonly Leaf[]): readonly Leaf[] {
  const fragments = listFragments(restoreNumbers(leaves, whole));
  if (fragments.length > mostFragments) return leaves;
  const starts = openings.flatMap(([key, words]) => {
    const start = findOpening(words, fragments);
    return start === null ? [] : [{ key, start }];
  });
  return starts.reduce<readonly Leaf[]>((current, { key, start }) => {
    const end = Math.min(...starts.map((other) => other.start).filter((other) => other > start));
    const reading = readTable(key, fragments.slice(start, end));
    return reading ? placeTable(current, reading) : current;
  }, leaves);
}

/** The corner of table 3, which may begin above its heads, by so many pieces of words at most. */
const corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const highestCorner = 20;

/** The first fragment of a table; null where its first words are not printed. */
function findOpening(words: readonly string[], fragments: readonly Fragment[]): number | null {
  const found = words.map((own) => findWords([own], fragments)[0]?.fragments[0]);
  const firsts = found.flatMap((fragment) => fragment ?? []);
  if (firsts.length < words.length) return null;
  const start = Math.min(...firsts.map((fragment) => fragments.indexOf(fragment)));
  const corners = findWords([corner], fragments).map((own) =>
    fragments.indexOf(own.fragments[0] as Fragment),
  );
  return Math.min(start, ...corners.filter((at) => at > start - highestCorner));
}

function readTable(key: TableKey, pool: readonly Fragment[]): TableReading | null {
  const tables = narrowForms.flatMap((form) => form.tables.filter((table) => table.key === key));
  for (const table of tables) {
    const reading = readOne(table, pool);
    if (reading) return reading;
  }
  return null;
}

function readOne(table: FormTable, pool: readonly Fragment[]): TableReading | null {
  return table.layout === "line" ? readDisputes(table, pool) : readBlocks(table, pool);
}

/** Puts a table in the place of its lines; not where a ruled one stands among them. */
function placeTable(leaves: readonly Leaf[], reading: TableReading): readonly Leaf[] {
  const bySheet = new Map<number, Fragment[]>();
  for (const fragment of reading.fragments)
    bySheet.set(fragment.sheet, [...(bySheet.get(fragment.sheet) ?? []), fragment]);
  const first = Math.min(...bySheet.keys());
  return leaves.map((leaf) => {
    const own = bySheet.get(leaf.sheet.number);
    const box = joinBoxes(own ?? []);
    if (!own || !box) return leaf;
    const taken = new Set(own.flatMap(({ glyphs }) => glyphs));
    const lines = leaf.lines.filter(
      (line) => !line.some(({ glyphs }) => glyphs.some((glyph) => taken.has(glyph))),
    );
    if (leaf.sheet.number !== first) return { ...leaf, lines };
    return { ...leaf, lines, tables: [...leaf.tables, buildTable(reading, box)] };
  });
}

function buildTable({ cells, heads, labels }: TableReading, box: Table["box"]): Table {
  const start = heads[0]?.x0 ?? box.x1;
  const columns = Array.from(
    { length: labels },
    (_, at) => box.x0 + ((start - box.x0) * at) / labels,
  );
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    box,
    xs: [...columns, ...heads.map(({ x0 }) => x0), box.x1],
    rows: Math.max(...cells.map(({ row }) => row)) + 1,
    cells: ordered,
  };
}
