import { isTag, type Element } from "domhandler";
import { blockElements } from "./element-roles.ts";

/** The element that begins a line of its own: this one, or the nearest around it. */
export function findBlock(element: Element): Element {
  let at = element;
  while (!blockElements.has(at.name) && at.parent && isTag(at.parent)) at = at.parent;
  return at;
}
