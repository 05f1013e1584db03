import { isTag, isText, type AnyNode, type Document, type Element } from "domhandler";

export interface TreeVisitor {
  /** Takes an element in; false where its children are not to be visited, `stop` to end the whole visit. */
  readonly enter: (element: Element) => boolean | "stop";
  readonly text?: (words: string) => void;
  /** The element, and what was visited within it, is done. */
  readonly leave?: (element: Element) => void;
}

/** Visits what lies within a node in document order, without recursion: pages may be nested thousands deep. */
export function walkTree(root: Document | Element, visitor: TreeVisitor): void {
  let node: AnyNode | null = root.firstChild;
  while (node) {
    const child = enterNode(node, visitor);
    if (child === "stop") return;
    if (child) {
      node = child;
      continue;
    }
    if (isTag(node)) visitor.leave?.(node);
    while (node && !node.next) {
      node = node.parent as AnyNode | null;
      if (!node || node === root) return;
      if (isTag(node)) visitor.leave?.(node);
    }
    node = node?.next ?? null;
  }
}

const unseen = new Set(["script", "style", "template"]);
const parting = new Set(["br", "td", "li", "p"]);

/** So many nodes are looked at for each character that is asked for: elements without words may be nested endlessly. */
const mostNodes = 4;

/** The words within a node with single spaces, at most so many characters. */
export function readWords(root: Document | Element, most: number): string {
  let words = "";
  let nodes = 0;
  // Without visitors, which a page would make by the ten thousand.
  for (let node = root.firstChild; node && words.length < most;) {
    let inner: AnyNode | null = null;
    if (isText(node)) words += node.data.slice(0, most);
    else if (isTag(node)) {
      if (++nodes > mostNodes * most) break;
      if (parting.has(node.name)) words += " ";
      inner = unseen.has(node.name) ? null : node.firstChild;
    } else if ("firstChild" in node) inner = node.firstChild;
    node = inner ?? findNext(node, root);
  }
  return normalizeSpace(words.slice(0, most));
}

/** The node behind this one and all within it, inside of the root. */
function findNext(node: AnyNode, root: Document | Element): AnyNode | null {
  let at: AnyNode | null = node;
  while (at && at !== root && !at.next) at = at.parent;
  return at === root ? null : (at?.next ?? null);
}

/** Single spaces; a line break between two Chinese characters is none. */
export function normalizeSpace(words: string): string {
  if (words === "") return words;
  return words
    .replace(/[\s\u200b\u200e\u200f\ufeff]+/gu, " ")
    .replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/gu, "")
    .trim();
}

function enterNode(node: AnyNode, visitor: TreeVisitor): AnyNode | null | "stop" {
  if (isText(node)) visitor.text?.(node.data);
  if (isTag(node)) {
    const entered = visitor.enter(node);
    return entered === true ? node.firstChild : entered === "stop" ? "stop" : null;
  }
  // The content of <![CDATA[…]]>.
  return "firstChild" in node ? node.firstChild : null;
}
