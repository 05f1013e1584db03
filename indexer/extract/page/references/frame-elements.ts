import type { Element } from "domhandler";

const frameElements = new Set(["nav", "footer", "select", "noscript", "template", "head"]);
const frameNames = new Set(
  "header head top topbar nav navbar menu footer foot bottom banner logo crumb crumbs breadcrumb share bdsharebuttonbox friendlink friendlinks yqlj links qrcode ewm sidebar copyright".split(
    " ",
  ),
);

/** Whether an element is part of the frame that a portal puts round all its pages. */
export function isFrameElement({ name, attribs }: Element): boolean {
  if (frameElements.has(name)) return true;
  const { id, class: classes } = attribs;
  if (id !== undefined && frameNames.has(id.toLowerCase())) return true;
  if (classes === undefined || classes.length > 500) return false;
  return classes.split(/\s+/u).some((word) => frameNames.has(word.toLowerCase()));
}
