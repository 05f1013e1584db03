import { isText, type AnyNode, type Element } from "domhandler";
import { holdsText, isUnsure } from "./read-text-content.ts";
import { walkTree } from "./walk-tree.ts";

/** By node, how long the text before it is, and how many elements stand before it whose text is unsure, if any. */
export interface TextStarts {
  readonly lengths: ReadonlyMap<AnyNode, number>;
  readonly doubts: ReadonlyMap<AnyNode, number>;
}

/** Where in the `textContent` of a tree the text of each of its nodes begins, in UTF-16 units. */
export function listTextStarts(root: Element): TextStarts {
  const lengths = new Map<AnyNode, number>();
  const doubts = new Map<AnyNode, number>();
  let length = 0;
  let doubt = 0;
  walkTree(root, {
    enter: (node) => {
      lengths.set(node, length);
      if (doubt > 0) doubts.set(node, doubt);
      if (isText(node)) length += node.data.length;
      else if (isUnsure(node)) doubt++;
      return holdsText(node);
    },
    leave: () => {},
  });
  return { lengths, doubts };
}
