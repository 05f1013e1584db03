import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { blockElements } from "./element-roles.ts";
import { isRemoved, isUnseen } from "./is-unseen.ts";
import { normalizeSpace } from "./normalize-space.ts";
import type { Grid, GridCell } from "./page.ts";
import { dropFootnotes, readRaised } from "./read-raised.ts";

/** A cell with more text than this holds part of the page, not a datum. */
const longestCell = 600;
/** In a row of numbers it is a very long label. */
const longestLabel = 5_000;
const number = /^[-+]?\d[\d,.]{0,20}$/u;
/** So many numbers make a row of a table. */
const fewestNumbers = 3;
/** Spans are followed so far to the right; beyond it columns are counted as printed. */
const widestGrid = 256;

/**
 * Reads a table with its row and column spans resolved. Null for a table that only lays out the page:
 * one that holds another table, a single cell, or cells of prose.
 */
export function readGrid(table: Element): Grid | null {
  const rows: GridCell[][] = [];
  const spans: number[] = [];
  let cellCount = 0;
  for (const row of listRows(table)) {
    const cells = readRow(row, spans);
    if (cells === null) return null;
    cellCount += cells.length;
    if (cells.length > 0) rows.push(cells);
  }
  return cellCount > 1 ? { kind: "grid", rows } : null;
}

function* listRows(table: Element): Generator<Element> {
  for (const child of table.children) {
    if (!isTag(child) || isUnseen(child)) continue;
    if (child.name === "tr" || child.name === "caption") yield child;
    else if (child.name !== "colgroup")
      for (const row of child.children)
        if (isTag(row) && row.name === "tr" && !isUnseen(row)) yield row;
  }
}

/** The cells of a row, or null where one is no cell of data. `spans` holds, per column, the rows still covered. */
function readRow(row: Element, spans: number[]): GridCell[] | null {
  const cells: GridCell[] = [];
  const elements = row.name === "caption" ? [row] : row.children;
  const openColumns = spans.map((left) => left > 0);
  for (let column = 0; column < spans.length; column++)
    spans[column] = Math.max(0, (spans[column] ?? 0) - 1);
  let gridColumn = 0;
  for (const element of elements) {
    if (!isTag(element) || !/^(?:td|th|caption)$/u.test(element.name)) continue;
    if (isRemoved(element)) continue;
    const text = readCellText(element);
    if (text === null) return null;
    while (openColumns[gridColumn]) gridColumn++;
    cells.push({ text, column: cells.length, gridColumn, origin: { in: "html", element } });
    gridColumn = cover(spans, gridColumn, element);
  }
  return cells.some(({ text }) => text.length > longestCell) && !isNumeric(cells) ? null : cells;
}

/** Whether a row is a label and numbers. */
function isNumeric(cells: readonly GridCell[]): boolean {
  const numbers = cells.filter(({ text }) => number.test(text)).length;
  return numbers >= fewestNumbers && cells.length - numbers <= 2;
}

/** Marks the columns that the cell covers in the rows below, and returns the column after it. */
function cover(spans: number[], from: number, cell: Element): number {
  const to = from + readSpan(cell, "colspan", 1_000);
  const below = readSpan(cell, "rowspan", 65_534) - 1;
  if (below > 0)
    for (let column = from; column < Math.min(to, widestGrid); column++) {
      while (spans.length <= column) spans.push(0);
      spans[column] = below;
    }
  return to;
}

function readSpan(cell: Element, name: string, most: number): number {
  const span = Number.parseInt(cell.attribs[name] ?? "1", 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/** The text of a cell, or null where it holds a table or prose. */
function readCellText(cell: Element): string | null {
  let text = "";
  let node: AnyNode | null = isUnseen(cell) ? null : cell.firstChild;
  while (node) {
    const part = readPart(node);
    if (part === null) return null;
    text += part.text;
    if (text.length > 2 * longestLabel && normalizeSpace(text).length > longestLabel) return null;
    const child: AnyNode | null = part.isWhole || !isTag(node) ? null : node.firstChild;
    node = child ?? findNext(node, cell);
  }
  const normal = dropFootnotes(normalizeSpace(text));
  return normal.length > longestLabel ? null : normal;
}

/** What one node adds to a cell; `isWhole` where its children add nothing. Null for a table. */
function readPart(node: AnyNode): { readonly text: string; readonly isWhole: boolean } | null {
  if (isText(node)) return { text: node.data, isWhole: true };
  if (!isTag(node) || isUnseen(node)) return { text: "", isWhole: true };
  if (node.name === "table") return null;
  const mark = readRaised(node);
  if (mark !== null) return { text: mark, isWhole: true };
  return { text: isBreak(node.name) ? "\n" : "", isWhole: false };
}

function findNext(node: AnyNode, within: Element): AnyNode | null {
  let at: AnyNode = node;
  while (!at.next) {
    if (!at.parent || at.parent === within) return null;
    at = at.parent;
  }
  return at.next;
}

function isBreak(name: string): boolean {
  return name === "br" || blockElements.has(name);
}
