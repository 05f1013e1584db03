import type { Element } from "domhandler";
import {
  findChild,
  listChildren,
  readAttribute,
  readLocalName,
  readValue,
} from "../../zip/xml-element.ts";

/** A cell of a row: null content where the row begins further right than the table. */
export interface DocxCell {
  readonly content: Element | null;
  readonly columns: number;
  readonly merge: "restart" | "continue" | null;
}

const widest = 1_000;
const wrappers = new Set(["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"]);

/** The rows of a table, those within content controls and insertions too; deleted rows are left out. */
export function listTableRows(table: Element): readonly Element[] {
  return listWrapped(table, "tr").filter((row) => findChild(row, "trPr", "del") === null);
}

/** The cells of a row with the columns that each covers (ECMA-376 part 1, 17.4). */
export function readTableRow(row: Element): readonly DocxCell[] {
  const cells: DocxCell[] = [];
  const before = readSpan(readValue(row, "trPr", "gridBefore"), 0);
  if (before > 0) cells.push({ content: null, columns: before, merge: null });
  for (const content of listWrapped(row, "tc")) {
    const columns = readSpan(readValue(content, "tcPr", "gridSpan"), 1);
    const left = cells.at(-1);
    // The notation before gridSpan: cells that go on with the one to their left.
    if (left && isContinued(findMerge(content, "hMerge")))
      cells[cells.length - 1] = { ...left, columns: Math.min(widest, left.columns + columns) };
    else cells.push({ content, columns, merge: readMerge(content) });
  }
  return cells;
}

function readMerge(cell: Element): DocxCell["merge"] {
  const merge = findMerge(cell, "vMerge");
  if (!merge) return null;
  return isContinued(merge) ? "continue" : "restart";
}

/** Word 2003 writes the names of these properties in small letters. */
function findMerge(cell: Element, name: string): Element | null {
  return findChild(cell, "tcPr", name) ?? findChild(cell, "tcPr", name.toLowerCase());
}

function isContinued(merge: Element | null): boolean {
  return merge !== null && (readAttribute(merge, "val") ?? "continue") === "continue";
}

function readSpan(text: string | null, least: number): number {
  const span = Number.parseInt(text ?? "", 10);
  return span > least ? Math.min(span, widest) : least;
}

function listWrapped(parent: Element, name: string): readonly Element[] {
  return listChildren(parent).flatMap((child) => {
    const own = readLocalName(child);
    if (own === name) return [child];
    return wrappers.has(own) ? listWrapped(child, name) : [];
  });
}
