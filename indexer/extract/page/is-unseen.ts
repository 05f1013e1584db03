import type { Element } from "domhandler";
import { hiddenElements } from "./element-roles.ts";

/** What is struck out is no longer said. */
const struckElements: ReadonlySet<string> = new Set(["del", "s", "strike"]);
/** Scripts of pages show the whole page once it is loaded. */
const shownElements: ReadonlySet<string> = new Set(["html", "body"]);
const longestStyle = 5_000;
const removed =
  /(?:^|[;{\s])(?:display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all|font-size\s{0,9}:\s{0,9}0(?:px|pt|r?em|%)?\s{0,9}(?:[;!]|$))/iu;
const invisible =
  /(?:^|[;{\s])(?:visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|opacity\s{0,9}:\s{0,9}0(?:\.0{1,9})?\s{0,9}(?:[;!]|$)|text-decoration(?:-line)?\s{0,9}:[^;]{0,40}line-through)/iu;

/** Whether an element takes no room in the page: scripts, navigation and what attributes hide. */
export function isRemoved({ name, attribs }: Element): boolean {
  if (hiddenElements.has(name)) return true;
  if (shownElements.has(name)) return false;
  return attribs["hidden"] !== undefined || removed.test(readStyle(attribs));
}

/** Whether the reader does not see what an element holds as part of the text: removed, invisible or struck out. */
export function isUnseen(element: Element): boolean {
  const { name, attribs } = element;
  if (isRemoved(element) || struckElements.has(name)) return true;
  return !shownElements.has(name) && invisible.test(readStyle(attribs));
}

function readStyle({ style }: Readonly<Record<string, string>>): string {
  return style?.slice(0, longestStyle) ?? "";
}
