import type { Element } from "domhandler";
import { hiddenElements } from "./element-roles.ts";

/** What is struck out is no longer said. */
const struckElements: ReadonlySet<string> = new Set(["del", "s", "strike"]);
/** Scripts of pages show the whole page once it is loaded. */
const shownElements: ReadonlySet<string> = new Set(["html", "body"]);
const longestStyle = 5_000;
const removed =
  /(?:^|[;{\s])(?:display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all|font-size\s{0,9}:\s{0,9}0(?:px|pt|r?em|%)?\s{0,9}(?:[;!]|$)|(?:left|top|text-indent)\s{0,9}:\s{0,9}-\d{4,6}(?:px|r?em)\s{0,9}(?:[;!]|$))/iu;
const invisible =
  /(?:^|[;{\s])(?:visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|opacity\s{0,9}:\s{0,9}0(?:\.0{1,9})?\s{0,9}(?:[;!]|$)|text-decoration(?:-line)?\s{0,9}:[^;]{0,40}line-through)/iu;

/** Words without one of which no style hides anything. */
const anyHiding = /none|hid|collapse|line-through|opacity|-\d{4}|:\s{0,9}(?:0|all)/iu;

/** Whether an element takes no room in the page: scripts, navigation and what attributes hide. */
export function isRemoved(element: Element): boolean {
  return readHiding(element) === "removed";
}

/** Whether the reader does not see what an element holds as part of the text: removed, invisible or struck out. */
export function isUnseen(element: Element): boolean {
  return readHiding(element) !== null || struckElements.has(element.name);
}

function readHiding({ name, attribs }: Element): "removed" | "invisible" | null {
  if (hiddenElements.has(name)) return "removed";
  if (shownElements.has(name)) return null;
  if (attribs["hidden"] !== undefined) return "removed";
  const style = readHidingStyle(attribs);
  if (style === null) return null;
  if (removed.test(style)) return "removed";
  return invisible.test(style) ? "invisible" : null;
}

function readHidingStyle({ style }: Readonly<Record<string, string>>): string | null {
  if (style === undefined || style === "") return null;
  const words = style.length > longestStyle ? style.slice(0, longestStyle) : style;
  return anyHiding.test(words) ? words : null;
}
