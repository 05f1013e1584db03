import { isTag, type AnyNode, type Element } from "domhandler";

export interface TreeVisitor {
  /** Takes a node in; false where its children are not to be visited. */
  readonly enter: (node: AnyNode) => boolean;
  /** The node, and what was visited of its children, is done. */
  readonly leave: (node: AnyNode) => void;
}

/** Visits every node in document order, without recursion: pages may be nested thousands deep. */
export function walkTree(root: Element, visitor: TreeVisitor): void {
  let node: AnyNode | null = root;
  while (node) {
    const child: AnyNode | null = visitor.enter(node) && isTag(node) ? node.firstChild : null;
    if (child) {
      node = child;
      continue;
    }
    visitor.leave(node);
    while (node && node !== root && !node.next) {
      node = node.parent as AnyNode | null;
      if (node) visitor.leave(node);
    }
    node = node === root ? null : (node?.next ?? null);
  }
}
