import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { normalizeSpace } from "../normalize-space.ts";
import type { Reference } from "../reference.ts";
import { walkTree } from "../walk-tree.ts";
import { isFrameElement } from "./frame-elements.ts";
import { readFileAddress, type FileAddress } from "./read-address.ts";
import { findImage } from "./read-image.ts";
import { readScript } from "./read-script.ts";

const mostReferences = 300;
const longestName = 200;
const longestScript = 300_000;
const links = new Set(["a", "area"]);
const viewers = new Set(["iframe", "frame", "embed", "object", "param"]);
/** Words in the address of a frame that shows a document whose own address it does not tell. */
/** A film that plays others. */
const players = /(?:viewer|player|paper)[^/?&=]{0,30}\.swf$/iu;
const viewerWords = /pdf|ofd|viewer|flexpaper|flashpaper|onlinepreview|docpreview|officeapps/iu;

/**
 * The files of a page: links to files, viewers and the scripts that start them, and images in the text. `articles`
 * are the elements that hold the report, none where that is the whole page: what stands in the frame of the page
 * (header, navigation, footer) is left out, images also where they stand beside the article.
 */
export function findReferences(root: Element, articles: readonly Element[]): readonly Reference[] {
  const around = new Set(articles.flatMap(listAncestors));
  const inside = new Set(articles);
  const found: Reference[] = [];
  let depth = articles.length === 0 ? 1 : 0;
  walkTree(root, {
    enter: (node) => {
      if (!isTag(node) || found.length >= mostReferences) return false;
      if (inside.has(node)) depth++;
      const isFrame = depth === 0 || articles.length === 0 ? isFrameElement(node) : false;
      if (isFrame && !around.has(node) && !inside.has(node)) return false;
      for (const reference of readElement(node, depth > 0))
        found.push(depth > 0 ? reference : { ...reference, isBeside: true });
      return node.name !== "script" && node.name !== "style";
    },
    leave: (node) => {
      if (isTag(node) && inside.has(node)) depth--;
    },
  });
  return found;
}

function listAncestors(element: Element): readonly Element[] {
  const ancestors: Element[] = [];
  let at = element.parent;
  while (at && isTag(at)) {
    ancestors.push(at);
    at = at.parent;
  }
  return ancestors;
}

function readElement(element: Element, isInArticle: boolean): readonly Reference[] {
  const { name } = element;
  if (name === "script")
    return readScript(readText(element, longestScript)).map((file) => build("viewer", file));
  if (links.has(name)) return readLink(element);
  if (viewers.has(name)) return readViewer(element);
  if (name === "img") return isInArticle ? findImage(element) : [];
  return readAttributes(element);
}

function build(kind: Reference["kind"], file: FileAddress, name = ""): Reference {
  const isImage = kind === "file" && file.mediaType?.startsWith("image/") === true;
  return { ...file, kind: isImage ? "image" : kind, name: name.slice(0, longestName) };
}

function readLink(element: Element): readonly Reference[] {
  const { href = "", title = "", onclick = "" } = element.attribs;
  const words = normalizeSpace(readText(element, 5 * longestName));
  const name = words === "" ? normalizeSpace(title) : words;
  const file = readFileAddress(href);
  if (file) return [build("file", withType(file, [words, title]), name)];
  const script = /^\s*javascript:/iu.test(href) ? `${decodeScript(href)};${onclick}` : onclick;
  if (script !== "")
    return readScript(script).map((own) => build("file", withType(own, [words, title]), name));
  return readAttributes(element);
}

/** Where the address does not tell the type, the words of the link or its title may. */
function withType(file: FileAddress, names: readonly string[]): FileAddress {
  if (file.mediaType !== null) return file;
  for (const name of names) {
    const mediaType = findNamedType(name);
    if (mediaType !== null) return { ...file, mediaType };
  }
  return file;
}

function findNamedType(name: string): string | null {
  return readFileAddress(`/${name.trim().replace(/[?#\s]/gu, "_")}`)?.mediaType ?? null;
}

function readViewer({ name, attribs }: Element): readonly Reference[] {
  const words = normalizeSpace(attribs["title"] ?? "");
  const { flashvars, value, src, data, "data-src": lazy } = attribs;
  if (name === "param") {
    const isFile = /^(?:src|movie|filename|flashvars|url)$/iu.test(attribs["name"] ?? "");
    return isFile ? readShown([value], words) : [];
  }
  const shown = readShown([flashvars, src, data, lazy], words);
  const frame = src ?? data ?? lazy ?? "";
  if (shown.length > 0 || !viewerWords.test(frame) || !/^(?:https?:|[/.\w])/iu.test(frame))
    return shown;
  return [build("viewer", { address: frame, within: null, mediaType: null }, words)];
}

/** The first of the addresses, or of variables for a viewer (`Scale=1&SwfFile=/x.swf`), that is a file. */
function readShown(printed: readonly (string | undefined)[], name: string): readonly Reference[] {
  for (const address of printed) {
    if (address === undefined || players.test(address)) continue;
    const isVariables = /^\w+=/u.test(address);
    const file = readFileAddress(isVariables ? `?${address}` : address);
    if (file) return [build("viewer", isVariables ? { ...file, within: null } : file, name)];
  }
  return [];
}

/** Addresses in attributes that scripts of the page read: `data-pdf`, `vurl`, `onclick`. */
function readAttributes({ attribs }: Element): readonly Reference[] {
  const found: Reference[] = [];
  for (const key in attribs) {
    const value = attribs[key] ?? "";
    if (value.length < 5) continue;
    if (key === "onclick")
      found.push(...readScript(value).map((file) => build("file", file, attribs["title"])));
    else if (key === "vurl" || key.startsWith("data-")) {
      const file = /^[^\s{[<]+$/u.test(value) ? readFileAddress(value) : null;
      if (file && file.mediaType?.startsWith("image/") !== true)
        found.push(build("viewer", file, attribs["title"]));
    }
  }
  return found;
}

function decodeScript(script: string): string {
  try {
    return decodeURIComponent(script);
  } catch {
    return script;
  }
}

function readText(element: Element, most: number): string {
  let words = "";
  walkTree(element, {
    enter: (node: AnyNode) => {
      if (isText(node) && words.length < most) words += node.data;
      return isTag(node) && words.length < most;
    },
    leave: () => undefined,
  });
  return words;
}
