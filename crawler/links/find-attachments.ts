import { isText, type Document, type Element } from "domhandler";
import { buildRequest, type FoundAddress } from "../../corpus/address.ts";
import type { PortalPage } from "../portals/portal.ts";
import { canonicalizeAddress } from "./canonicalize-address.ts";
import { compactWords } from "./compact-words.ts";
import { isChrome } from "./find-article.ts";
import { findImages } from "./find-images.ts";
import { readTree } from "./markup.ts";
import { readFileAddress } from "./read-file-address.ts";
import { findBase } from "./read-links.ts";
import { readScriptAddresses, unescape } from "./read-script-addresses.ts";
import { companion } from "./report-words.ts";
import { readPath, resolveAddress } from "./resolve-address.ts";
import { normalizeSpace, readWords, walkTree } from "./walk-tree.ts";

const mostAttachments = 60;
const longestName = 200;
const longestScript = 2_000_000;
const viewers = new Set(["iframe", "frame", "embed", "object", "param"]);
/** Attributes that hold a file's address for a script: `data-pdf`, VSB's `vurl`. */
const fileAttributes = /^(?:data-[\w-]+|vurl|fileurl|filepath)$/iu;
const inScript =
  /["']((?:[^"'\\<>\s]|\\[/u]){3,600}\.(?:pdf|docx?|wps|xlsx?|et|ofd|ceb|swf|zip|rar)(?:[?#](?:[^"'\\<>\s]|\\[/u]){0,300})?)\\?["']|\\?["'](\/(?:virtual_attach_file\.vsb|system\/_content\/download\.jsp)\?[^"'\\\s<>]{3,600})/giu;
/** Files that portals offer on every page. */
const others = /申请表|指南|使用帮助|操作手册|浏览器|flash|reader|插件|模板|填表/iu;

interface File {
  readonly address: string;
  readonly name: string;
}

/**
 * The files that a report's page offers or shows: links, viewers, frames, scripts, data in the page (also the article
 * that gkmlpt's configuration holds), and pictures where the tables may be pictures. Role `attachment`.
 */
export function findAttachments(page: PortalPage): readonly FoundAddress[] {
  const root = readTree(page);
  const base = findBase(root, page.url);
  const own = canonicalizeAddress(page.url)?.key;
  const found = new Map<string, FoundAddress>();
  const images = findImages(root).map((address) => ({ address, name: "" }));
  for (const { address, name } of [...listFiles(root), ...images]) {
    const url = resolveAddress(address, base);
    const key = url === null ? undefined : canonicalizeAddress(url)?.key;
    if (url === null || key === undefined || key === own || isOther(name)) continue;
    const known = found.get(key);
    if (known && (name === "" || isWorded(known))) continue;
    if (!known && found.size >= mostAttachments) break;
    const request = { ...buildRequest(url), headers: { Referer: page.url } };
    found.set(key, { request, role: "attachment", hints: { ...page.hints, text: name } });
  }
  return [...found.values()];
}

/** Whether words of the page name a file, not only its own address. */
function isWorded({ request, hints }: FoundAddress): boolean {
  return hints.text !== "" && !readPath(request.url).endsWith(`/${hints.text}`);
}

function isOther(name: string): boolean {
  const words = compactWords(name);
  return others.test(words) || (companion.test(words) && !/年度?报告?全文/u.test(words));
}

function listFiles(root: Document): readonly File[] {
  const found: File[] = [];
  walkTree(root, {
    enter: (element) => {
      if (element.name === "script") found.push(...readScript(element));
      else found.push(...readElement(element));
      return element.name !== "script" && element.name !== "style" && !isChrome(element);
    },
  });
  return found;
}

function readElement(element: Element): readonly File[] {
  const { name, attribs } = element;
  if (name === "a" || name === "area") return readLink(element);
  if (viewers.has(name)) return readViewer(element);
  return readAttributes(attribs);
}

function readLink(element: Element): readonly File[] {
  const { href = "", title = "", onclick = "" } = element.attribs;
  const words = readWords(element, longestName) || normalizeSpace(title.slice(0, longestName));
  const isScript = /^\s*javascript:/iu.test(href);
  const direct = isScript ? null : readFileAddress(href);
  // 【附件：年报.pdf】 of an address that tells nothing of a file.
  const named =
    direct === null &&
    !isScript &&
    readFileAddress(`/${words.replace(/[?#\s&=/]/gu, "_")}`) !== null;
  if (direct) return [{ address: direct.address, name: words || direct.name }];
  if (named && href !== "" && !href.startsWith("#")) return [{ address: href, name: words }];
  const scripts = `${isScript ? href : ""};${onclick}`;
  const files = readScriptAddresses(scripts)
    .map(readFileAddress)
    .filter((file) => file !== null);
  return [
    ...files.map((file) => ({ ...file, name: words || file.name })),
    ...readAttributes(element.attribs),
  ];
}

function readViewer({ attribs }: Element): readonly File[] {
  const { flashvars, value, src, data } = attribs;
  for (const address of [flashvars, src, data, attribs["data-src"], value]) {
    if (address === undefined) continue;
    const file = readFileAddress(/^\w+=/u.test(address) ? `?${address}` : address);
    if (file && !/(?:viewer|player|paper)[^/?&=]{0,30}\.swf$/iu.test(file.address)) return [file];
  }
  return [];
}

function readAttributes(attribs: Readonly<Record<string, string>>): readonly File[] {
  const name = normalizeSpace((attribs["title"] ?? "").slice(0, longestName));
  return Object.entries(attribs).flatMap(([key, value]) => {
    const addresses =
      key === "onclick"
        ? readScriptAddresses(value)
        : fileAttributes.test(key) && /^[^\s{[<]{5,2000}$/u.test(value)
          ? [value]
          : [];
    const files = addresses.map(readFileAddress).filter((file) => file !== null);
    return files.map((file) => ({ ...file, name: name || file.name }));
  });
}

function readScript(script: Element): readonly File[] {
  const first = script.firstChild;
  const words = first && isText(first) ? first.data.slice(0, longestScript) : "";
  return [...words.matchAll(inScript)].slice(0, mostAttachments).flatMap((match) => {
    const file = readFileAddress(unescape(match[1] ?? match[2] ?? ""));
    return file ? [file] : [];
  });
}
