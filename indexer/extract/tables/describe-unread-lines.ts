import { tableKeys, type TableKey } from "../../../corpus/fact.ts";
import type { Block } from "../page/page.ts";
import type { RawTable } from "./cell.ts";
import { nameTable } from "./name-table.ts";
import { scanLabel } from "./scan-label.ts";

/** A line with as many labels of rows and numbers is a table. */
const fewestLabels = 3;
const fewestNumbers = 6;
/** No line of a report is longer; what comes after is not looked at. */
const longestLine = 20_000;
const number = /^[+＋\-－]?[0-9０-９][0-9０-９,，.．]{0,20}$/u;
/** Numbers of a row, its unit before them, with or without anything between. */
const numbers = /^[\s|元万条件次人篇个份]{0,20}[\p{Nd}+＋\-－][\p{Nd}\s|,，.．+＋\-－]{0,200}$/u;
const shortestRow = 4;
const longestRow = 300;

/**
 * Sentences about lines outside the tables that hold numbers of tables: a whole table on a line that could not be
 * read, and rows that stand right behind a table, as office programs leave rows without borders.
 */
export function describeUnreadLines(
  blocks: readonly Block[],
  tables: readonly RawTable[],
): readonly string[] {
  const ends = new Map(tables.map(({ from, to }) => [from, to] as const));
  const sentences = new Set<string>();
  let isBehind = false;
  for (let at = 0; at < blocks.length; at++) {
    const end = ends.get(at);
    const block = blocks[at];
    if (end !== undefined) {
      at = end;
      isBehind = true;
    } else if (block?.kind === "line") {
      const words: string | null = isBehind ? readRow(block.text) : null;
      isBehind = words !== null || (isBehind && block.text.trim() === "");
      if (words !== null) sentences.add(`“${words}”一行印在表外，其中的数字未取。`);
      for (const key of findTables(block.text))
        sentences.add(`有一段文字像是${nameTable(key)}，不能识别，其中的数字未取。`);
    } else isBehind = false;
  }
  return [...sentences];
}

/** The label of a row behind which the line prints numbers and units alone, or null. */
function readRow(line: string): string | null {
  const text = line.trim();
  const label = text.length > longestRow ? null : scanLabel(text, 0);
  const isRow =
    label?.entries.some(({ role }) => role === "row") === true && label.words.length >= shortestRow;
  return isRow && numbers.test(text.slice(label.end)) ? label.words : null;
}

/** The tables of which a line has several rows and their numbers, apart by spaces. */
function findTables(text: string): readonly TableKey[] {
  if (text.length > longestLine) return [];
  const words = text.split(/\s+/u);
  if (words.filter((word) => number.test(word)).length < fewestNumbers) return [];
  const labels = words.flatMap((word) => scanLabel(word, 0)?.entries ?? []);
  const rows = labels.filter(({ role }) => role === "row");
  return tableKeys.filter((key) => {
    const own = rows.filter(({ table }) => table === key).map((entry) => entry.key);
    return new Set(own).size >= fewestLabels;
  });
}
