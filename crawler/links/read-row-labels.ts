import { isTag, type Element } from "domhandler";
import { readWords } from "./walk-tree.ts";

const longestCell = 40;
const mostCells = 40;

/** What names a link in a table: the words of the first cell of its row and of the first cell of its column. */
export function readRowLabels(link: Element): readonly string[] {
  const cell = findAncestor(link, /^t[dh]$/u);
  const row = cell && findAncestor(cell, /^tr$/u);
  if (!cell || !row) return [];
  const cells = listElements(row);
  const at = cells.indexOf(cell);
  const head = findFirstRow(row);
  const above = head && head !== row ? listElements(head)[at] : undefined;
  const before = cells.slice(0, at).map(readCell).find(isName);
  return [above ? readCell(above) : "", before ?? ""].filter((words) => words !== "");
}

function isName(words: string): boolean {
  return /[\u3400-\u9fff]{2}/u.test(words);
}

function readCell(cell: Element): string {
  const words = readWords(cell, longestCell + 1);
  return words.length > longestCell ? "" : words;
}

function findFirstRow(row: Element): Element | null {
  const table = findAncestor(row, /^table$/u);
  const [first] = table ? listElements(table) : [];
  if (!first) return null;
  return first.name === "tr" ? first : (listElements(first)[0] ?? null);
}

function findAncestor(element: Element, name: RegExp): Element | null {
  let at = element.parent;
  for (let level = 0; at && isTag(at) && level < 12; level++, at = at.parent)
    if (name.test(at.name)) return at;
  return null;
}

function listElements(parent: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node && found.length < mostCells; node = node.next)
    if (isTag(node)) found.push(node);
  return found;
}
