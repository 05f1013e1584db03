import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { blockElements } from "./element-roles.ts";
import { isUnseen } from "./is-unseen.ts";

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const subscripts = "₀₁₂₃₄₅₆₇₈₉";
const anyFigure = /[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]/gu;
const onlyFigures = /^[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]+$/u;
/** A mark of a footnote behind the words of a label. */
const footnote =
  /(?<=[\u3400-\u9fff）)”》])\s?[[［(（〔【]?[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]{1,2}[\]］)）〕】]?(?=$|[\s）)：:，,；;])/gu;
const raised = /(?:^|[;\s])vertical-align\s{0,9}:\s{0,9}(super|sub)\b/iu;
/** A mark is short; an element that nobody closed holds half a page. */
const mostNodes = 12;
const longestMark = 12;

/**
 * The words of a raised or lowered mark, with its figures as raised figures: 12 with the footnote 1 is `12¹`, which
 * is not 121. Null for any other element, and for one that holds more than a mark.
 */
export function readRaised(element: Element): string | null {
  const figures = findFigures(element);
  if (figures === null) return null;
  const words = readMark(element);
  return words?.replace(/\d/gu, (digit) => figures.charAt(Number(digit))) ?? null;
}

/** The text of a cell without marks of footnotes behind words; a cell that is raised as a whole reads as plain. */
export function dropFootnotes(text: string): string {
  if (onlyFigures.test(text)) return text.replace(anyFigure, (figure) => figure.normalize("NFKC"));
  return text.replace(footnote, "");
}

function findFigures({ name, attribs }: Element): string | null {
  if (name === "sup") return superscripts;
  if (name === "sub") return subscripts;
  const align = raised.exec(attribs["style"]?.slice(0, 1_000) ?? "")?.[1]?.toLowerCase();
  if (align === undefined || blockElements.has(name)) return null;
  return align === "super" ? superscripts : subscripts;
}

function readMark(element: Element): string | null {
  let words = "";
  let left = mostNodes;
  const open: AnyNode[] = element.children.slice(0, mostNodes + 1).reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (left-- === 0) return null;
    if (isText(node)) words += node.data;
    if (words.length > longestMark) return null;
    if (!isTag(node) || isUnseen(node)) continue;
    if (blockElements.has(node.name) || node.name === "br") return null;
    open.push(...node.children.slice(0, mostNodes + 1).reverse());
  }
  return words;
}
