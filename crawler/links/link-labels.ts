import { isTag, isText, type ChildNode, type Element, type ParentNode } from "domhandler";
import { readWords } from "./walk-tree.ts";

const headings = /^(?:h[1-6]|caption|legend|dt|summary)$/u;
const titleClass =
  /(?:^|[\s_-])(?:title|tit|tt|bt|hd|head|heading|caption|name|year|nd|lm|lmmc|bar)\d{0,2}(?:$|[\s_-])/iu;
const yearLabel = /^[（(【[]?\s*20\d{2}\s*(?:年(?:度)?)?\s*(?:年报|年度报告)?\s*[）)】\]:：]?$/u;
const labelTags = new Set(["div", "span", "p", "strong", "b", "font", "td", "th", "em", "a", "li"]);
const longestLabel = 60;
const longestYear = 24;
const mostLevels = 4;
const mostLabels = 12;

interface Label {
  readonly words: string;
  readonly scope: ParentNode;
  readonly rank: string;
}

/** The headings and labels that stand over the place that a walk through a page has come to. */
export class LinkLabels {
  readonly #tabs: ReadonlyMap<Element, string>;
  #labels: readonly Label[] = [];
  readonly #open: string[] = [];

  /** `tabs` are the words of the tab that shows an element. */
  constructor(tabs: ReadonlyMap<Element, string>) {
    this.#tabs = tabs;
  }

  enter(element: Element): void {
    const tab = this.#tabs.get(element);
    if (tab !== undefined) this.#open.push(tab);
  }

  leave(element: Element): void {
    if (this.#tabs.has(element)) this.#open.pop();
    if (this.#labels.some(({ scope }) => scope === element))
      this.#labels = this.#labels.filter(({ scope }) => scope !== element);
    const label = readLabel(element);
    if (label) this.#labels = addLabel(this.#labels, label);
  }

  /** Outermost first. */
  list(): readonly string[] {
    return [...this.#labels.map(({ words }) => words), ...this.#open].slice(-mostLabels);
  }
}

function addLabel(labels: readonly Label[], label: Label): readonly Label[] {
  const at = labels.findIndex(({ scope, rank }) => scope === label.scope && rank === label.rank);
  return [...labels.slice(0, at === -1 ? labels.length : at), label].slice(-mostLabels);
}

/** An element as a label of what follows it within its scope; null where it is none. */
function readLabel(element: Element): Label | null {
  const { name, attribs } = element;
  const isHeading = headings.test(name);
  if (!isHeading && !labelTags.has(name)) return null;
  if (name === "a" && !/^(?:#|javascript:|$)/iu.test(attribs["href"] ?? "")) return null;
  const isTitle = isHeading || titleClass.test((attribs["class"] ?? "").slice(0, 200));
  const longest = isTitle ? longestLabel : longestYear;
  const words = readWords(element, longest + 1);
  if (words === "" || words.length > longest) return null;
  if (!isTitle && !yearLabel.test(words)) return null;
  const scope = findScope(element);
  return scope && { words, scope, rank: isHeading ? name : isTitle ? "title" : "year" };
}

/** What a label stands over: the parent of the outermost element that holds nothing else. */
function findScope(element: Element): ParentNode | null {
  let holder: Element = element;
  for (let level = 0; level < mostLevels; level++) {
    const { parent } = holder;
    if (!parent || !isTag(parent) || !isOnlyChild(holder)) break;
    holder = parent;
  }
  return holder.parent;
}

function isOnlyChild(element: Element): boolean {
  return isBlank(element, "prev") && isBlank(element, "next");
}

function isBlank(element: Element, side: "prev" | "next"): boolean {
  let node: ChildNode | null = element[side];
  for (let count = 0; node; node = node[side], count++)
    if (count > 6 || isTag(node) || (isText(node) && node.data.trim() !== "")) return false;
  return true;
}
