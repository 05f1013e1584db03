import { isTag, type Element } from "domhandler";
import { findBlock } from "./find-block.ts";

/** A CSS selector that finds the element, or the paragraph it stands in, in the original page. */
export function buildSelector(element: Element, known: Map<Element, string>): string {
  return buildPath(findBlock(element), known);
}

/**
 * The path from the root by position among siblings. Paths are remembered in `known`, those of all siblings at
 * once: counting them anew for each would take quadratic time.
 */
function buildPath(element: Element, known: Map<Element, string>): string {
  const missing: Element[] = [];
  let at: Element | null = element;
  while (at && !known.has(at)) {
    missing.push(at);
    at = at.parent && isTag(at.parent) ? at.parent : null;
  }
  for (const step of missing.reverse()) {
    if (step.parent && isTag(step.parent)) rememberChildren(step.parent, known);
    else known.set(step, readName(step));
  }
  return known.get(element) ?? "";
}

function rememberChildren(parent: Element, known: Map<Element, string>): void {
  const path = known.get(parent) ?? "";
  let position = 0;
  for (const child of parent.children)
    if (isTag(child)) known.set(child, `${path} > ${readName(child)}:nth-child(${++position})`);
}

function readName({ name }: Element): string {
  return /^[a-z][a-z0-9]*$/u.test(name) ? name : "*";
}
