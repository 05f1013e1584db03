import type { TableKey } from "../../../corpus/fact.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { Cell } from "./cell.ts";
import type { LabelEntry } from "./label-entry.ts";

/**
 * The official tables that these cells belong to, by their labels. Words that prose uses too
 * (行政许可, 其他) are not enough: a list of numbers in prose is no table.
 */
export function recognizeTables(cells: readonly Cell[]): ReadonlySet<TableKey> {
  const found = new Set<TableKey>();
  const rows = new Set<string>();
  const headers = new Set<string>();
  const indicators = new Set<string>();
  let values = 0;
  for (const { kind, label } of cells) {
    if (kind === "value") values++;
    const words = label ? normalizeLabel(label.words) : "";
    for (const entry of label?.entries ?? []) {
      if (isTelling(entry, words)) found.add(entry.table);
      if (entry.table === "disclosure" && entry.role === "row") rows.add(entry.key);
      if (entry.table === "requests" || entry.table === "disputes") headers.add(words);
      if (entry.table === "indicators" && entry.role === "row" && words.length >= 5)
        indicators.add(words);
    }
  }
  if (rows.size >= 4 && (values === 10 || values === 22)) found.add("disclosure");
  if (headers.size >= 5) for (const key of listTables(cells)) found.add(key);
  if (indicators.size >= (cells[0]?.isGrid ? 4 : 6)) found.add("indicators");
  return found;
}

function isTelling({ table, role, key }: LabelEntry, words: string): boolean {
  if (table === "disclosure") return role === "heading" || (role === "column" && words.length >= 5);
  if (table === "requests") return (role === "row" || role === "group") && words.length >= 6;
  if (table === "disputes") return role === "row" && key !== "review";
  return words === "指标名称" || words === "统计指标" || key === "cumulative";
}

/** Of the tables whose headers share words, those of which a label is its own. */
function* listTables(cells: readonly Cell[]): Generator<TableKey> {
  for (const { label } of cells) {
    const [first, ...others] = new Set(label?.entries.map(({ table }) => table));
    if (others.length === 0 && (first === "requests" || first === "disputes")) yield first;
  }
}
