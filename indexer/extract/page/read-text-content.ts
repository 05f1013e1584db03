import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { walkTree } from "./walk-tree.ts";

/** The `textContent` of an element as any DOM gives it; null where that depends on the browser. */
export function readTextContent(root: Element): string | null {
  let text = "";
  let isSure = true;
  walkTree(root, {
    enter: (node) => {
      if (isText(node)) text += node.data;
      isSure &&= !isUnsure(node);
      return holdsText(node);
    },
    leave: () => {},
  });
  return isSure ? text : null;
}

/** Whether what a node holds is part of the text around it: that of a template is not. */
export function holdsText(node: AnyNode): boolean {
  return !isTag(node) || node.name !== "template";
}

/** Whether browsers read an element in two ways: `<noscript>` holds text where scripts run, else elements. */
export function isUnsure(node: AnyNode): boolean {
  return isTag(node) && node.name === "noscript";
}
