import { isText, type Document, type Element } from "domhandler";
import type { ListedLink } from "../portals/portal.ts";
import { findTabs } from "./find-tabs.ts";
import { LinkLabels } from "./link-labels.ts";
import { type Markup, readTree } from "./markup.ts";
import { readListedDate } from "./read-listed-date.ts";
import { readRowLabels } from "./read-row-labels.ts";
import { readScriptAddresses, unescape } from "./read-script-addresses.ts";
import { resolveAddress } from "./resolve-address.ts";
import { normalizeSpace, readWords, walkTree } from "./walk-tree.ts";

const mostLinks = 10_000;
const longestText = 300;
const longestScript = 400_000;
const dataAttributes = ["data-href", "data-url", "data-link", "data-src-url", "_href", "ahref"];
const written =
  /href\s{0,3}=\s{0,3}\\?["']([^"'\\<>\s]{1,600})\\?["']([^<>]{0,400})>([^<>]{1,300})</giu;

/**
 * All links of a page: anchors, areas, options that are addresses, addresses in `onclick`, `javascript:` and `data-href`,
 * and anchors that a script writes. Each comes with its words, its `title=`, the date of its row and the headings, tabs
 * and cells that stand over it. `url` is where the page lay.
 */
export function readLinks(page: {
  readonly url: string;
  readonly text: string;
  readonly markup?: Markup | undefined;
}): readonly ListedLink[] {
  return readTreeLinks(readTree(page), page.url);
}

/** The links of a tree that `parseMarkup` gave. */
export function readTreeLinks(root: Document, url: string): readonly ListedLink[] {
  const base = findBase(root, url);
  const labels = new LinkLabels(findTabs(root));
  const found: ListedLink[] = [];
  walkTree(root, {
    enter: (element) => {
      labels.enter(element);
      if (found.length >= mostLinks) return "stop";
      if (element.name === "script" || element.name === "style") {
        found.push(...readWritten(element, base, labels.list()));
        return false;
      }
      found.push(...readElement(element, base, labels));
      return true;
    },
    leave: (element) => labels.leave(element),
  });
  return found;
}

/** What relative addresses of the page are relative to: its first `<base href>`, else the page. */
export function findBase(root: Document, url: string): string {
  let base: string | null = null;
  walkTree(root, {
    enter: ({ name, attribs }) => {
      if (name === "base" && base === null && attribs["href"] !== undefined)
        base = resolveAddress(attribs["href"], url);
      return base === null ? name !== "script" : "stop";
    },
  });
  return base ?? url;
}

function readElement(element: Element, base: string, labels: LinkLabels): readonly ListedLink[] {
  const urls = listAddresses(element)
    .map((address) => resolveAddress(address, base))
    .filter((address) => address !== null);
  if (urls.length === 0) return [];
  const text = readLinkWords(element);
  const title = normalizeSpace((element.attribs["title"] ?? "").slice(0, longestText));
  const listed = readListedDate(element, text);
  const context = [...labels.list(), ...readRowLabels(element)];
  return [...new Set(urls)].map((url) => ({
    url,
    text,
    title: title === "" ? null : title,
    listed,
    context,
  }));
}

function listAddresses({ name, attribs }: Element): readonly string[] {
  const found: string[] = [];
  const { href, onclick, value } = attribs;
  if ((name === "a" || name === "area") && href !== undefined) {
    if (/^\s*javascript:/iu.test(href)) found.push(...readScriptAddresses(href));
    else found.push(href);
  }
  if (
    name === "option" &&
    value !== undefined &&
    /^(?:https?:\/\/|\.{0,2}\/|[\w./-]+\.\w{3,5}(?:\?|$)|\?)/iu.test(value)
  )
    found.push(value);
  if (onclick !== undefined && onclick.length < longestScript)
    found.push(...readScriptAddresses(onclick));
  for (const key of dataAttributes) {
    const address = attribs[key];
    if (address !== undefined && /[/.?]/u.test(address) && !/[{}\s]/u.test(address.trim()))
      found.push(address);
  }
  return found;
}

/** The words of a link, else those of its picture. */
function readLinkWords(element: Element): string {
  const words = readWords(element, longestText);
  if (words !== "") return words;
  let shown = element.attribs["alt"] ?? "";
  let nodes = 0;
  walkTree(element, {
    enter: ({ name, attribs }) => {
      if (name === "img" && shown === "") shown = attribs["alt"] ?? attribs["title"] ?? "";
      return shown !== "" || ++nodes > longestText ? "stop" : true;
    },
  });
  return normalizeSpace(shown.slice(0, longestText));
}

/** Anchors in a script or in the data that it holds. */
function readWritten(
  script: Element,
  base: string,
  context: readonly string[],
): readonly ListedLink[] {
  const first = script.firstChild;
  const words = first && isText(first) ? first.data.slice(0, longestScript) : "";
  if (!/href/iu.test(words)) return [];
  return [...words.matchAll(written)]
    .slice(0, mostLinks)
    .flatMap(([, address = "", rest = "", text = ""]) => {
      const url = resolveAddress(unescape(address), base);
      const title = /title\s{0,3}=\s{0,3}\\?["']([^"'\\]{1,300})/iu.exec(rest)?.[1] ?? null;
      return url === null
        ? []
        : [{ url, text: normalizeSpace(unescape(text)), title, listed: null, context }];
    });
}
