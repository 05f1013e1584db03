import { isTag, type Element } from "domhandler";
import { blockElements } from "./element-roles.ts";

/** A CSS selector that finds the element, or the paragraph it stands in, in the original page. */
export function buildSelector(element: Element, known: Map<Element, string>): string {
  return buildPath(findBlock(element), known);
}

function findBlock(element: Element): Element {
  let at = element;
  while (!blockElements.has(at.name) && at.parent && isTag(at.parent)) at = at.parent;
  return at;
}

/** The path from the root by position among siblings; paths of parents are remembered in `known`. */
function buildPath(element: Element, known: Map<Element, string>): string {
  const missing: Element[] = [];
  let at: Element | null = element;
  while (at && !known.has(at)) {
    missing.push(at);
    at = at.parent && isTag(at.parent) ? at.parent : null;
  }
  let path = at ? (known.get(at) ?? "") : "";
  for (const step of missing.reverse()) {
    const name = /^[a-z][a-z0-9]*$/u.test(step.name) ? step.name : "*";
    const isRoot = !step.parent || !isTag(step.parent);
    const own = isRoot ? name : `${name}:nth-child(${findPosition(step)})`;
    path = path === "" ? own : `${path} > ${own}`;
    known.set(step, path);
  }
  return path;
}

function findPosition(element: Element): number {
  let position = 1;
  for (let before = element.prev; before; before = before.prev) if (isTag(before)) position++;
  return position;
}
