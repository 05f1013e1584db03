import { isTag, type Document, type Element } from "domhandler";
import { readWords, walkTree } from "./walk-tree.ts";

const bars = new Set(["ul", "ol", "div", "dl", "p"]);
const mostTabs = 40;
const mostNodes = 30;
const longestTab = 20;
const tabWords = /(?:20\d{2}|年报|年度报告|政府|部门|乡镇|街道|镇街|单位)/u;

/** The panels of a page that tabs show, each with the words of its tab: the n-th tab shows the n-th panel. */
export function findTabs(root: Document): ReadonlyMap<Element, string> {
  const found = new Map<Element, string>();
  walkTree(root, {
    enter: (element) => {
      if (bars.has(element.name)) addPanels(element, found);
      return true;
    },
  });
  return found;
}

function addPanels(bar: Element, found: Map<Element, string>): void {
  const tabs = listElements(bar);
  if (tabs.length < 2 || tabs.length > mostTabs || !tabs.every(isTab)) return;
  const words = tabs.map((tab) => readWords(tab, longestTab + 1));
  if (!words.every((word) => word !== "" && word.length <= longestTab)) return;
  if (!words.some((word) => tabWords.test(word))) return;
  const panels = findPanels(bar, tabs.length);
  for (const [at, panel] of panels.entries()) found.set(panel, words[at] ?? "");
}

/** A tab leads nowhere: it is no link, or one to a place in the page. */
function isTab(element: Element): boolean {
  let leads = false;
  let nodes = 0;
  const look = ({ name, attribs }: Element): true | "stop" => {
    const href = name === "a" ? (attribs["href"] ?? "") : "";
    // A tab is a word or two, not a part of the page.
    if (++nodes > mostNodes || (href !== "" && !/^(?:#|javascript:\s*(?:void|;|$))/iu.test(href)))
      leads = true;
    return leads ? "stop" : true;
  };
  if (look(element) === true) walkTree(element, { enter: look });
  return !leads;
}

/** So many elements behind the bar, or within the one behind it; also behind the element that holds only the bar. */
function findPanels(bar: Element, count: number): readonly Element[] {
  const holders = [bar, ...(bar.parent && isTag(bar.parent) ? [bar.parent] : [])];
  for (const holder of holders) {
    const following = listFollowing(holder, count);
    const within = following[0] ? listElements(following[0]) : [];
    if (within.length === count && following.length < count) return within;
    if (following.length === count && following.every(isPanel)) return following;
    if (within.length === count && within.every(isPanel)) return within;
  }
  return [];
}

function isPanel({ name }: Element): boolean {
  return /^(?:div|ul|ol|dl|table|section|dd)$/u.test(name);
}

function listElements(parent: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node && found.length <= mostTabs; node = node.next)
    if (isTag(node)) found.push(node);
  return found;
}

function listFollowing(element: Element, most: number): readonly Element[] {
  const found: Element[] = [];
  for (let node = element.next; node && found.length < most; node = node.next)
    if (isTag(node) && node.name !== "script") found.push(node);
  return found;
}
