import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { holdsText } from "../indexer/extract/page/read-text-content.ts";
import type { TextRange } from "../indexer/extract/page/word-finder.ts";
import { walkTree } from "../indexer/extract/page/walk-tree.ts";
import { droppedElements } from "./allowed-markup.ts";

/** The part of each text node that words take up; numbers may be parted by spans. */
export type FoundWords = ReadonlyMap<AnyNode, TextRange>;

/**
 * The nodes that show a range of the `textContent` of an element. Null where the element does not show all of it,
 * or is a cell of a table that holds nothing else.
 */
export function findWords(element: Element, range: TextRange): FoundWords | null {
  const parts = new Map<AnyNode, TextRange>();
  let length = 0;
  let dropped = 0;
  let isAlone = element.name === "td" || element.name === "th";
  let shown = 0;
  walkTree(element, {
    enter: (node) => {
      if (isDropped(node)) dropped++;
      if (!isText(node)) return holdsText(node);
      const [start, end] = [range.start, range.end].map((at) =>
        Math.min(Math.max(at - length, 0), node.data.length),
      ) as [number, number];
      length += node.data.length;
      if (dropped > 0) return true;
      if (start < end) parts.set(node, { start, end });
      shown += end - start;
      isAlone &&= node.data.slice(0, start).trim() + node.data.slice(end).trim() === "";
      return true;
    },
    leave: (node) => {
      if (isDropped(node)) dropped--;
    },
  });
  return isAlone || shown < range.end - range.start ? null : parts;
}

function isDropped(node: AnyNode): boolean {
  return isTag(node) && droppedElements.has(node.name);
}
