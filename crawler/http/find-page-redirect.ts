import { findAttribute, findTags, removeComments } from "./scan-tags.ts";
import { findBase } from "./find-base.ts";
import { findScriptRedirect } from "./find-script-redirect.ts";

const headLength = 65_536;
const longestDelay = 10;
/** A page that says more than this is there to be read, wherever its scripts may lead. */
const longestNotice = 200;

/**
 * Where a page leads that is no page: by `<meta http-equiv="refresh">` within 10 seconds, or, where it shows next to
 * nothing, by a script that does nothing else or a refresh within `<noscript>`. An absolute address of the web without
 * fragment, null where there is none or it is the page itself. Only the first 64 kB are looked at.
 */
export function findPageRedirect(text: string, url: string): string | null {
  const page = removeComments(text.slice(0, headLength));
  const base = findBase(page, url);
  const bare = dropElements(page, ["script", "style", "noscript", "textarea", "title"]);
  const isNotice = text.length < headLength && isMereNotice(bare);
  const target =
    findRefresh(bare) ??
    (isNotice ? (findScriptRedirect(page) ?? findRefresh(dropElements(page, ["script"]))) : null);
  return target === null ? null : resolveTarget(target, base, url);
}

/**
 * The address in the `content` of a refresh, in all the spellings that browsers take; null where there is none or it comes
 * after more than 10 seconds. Empty where the page is to be loaded again.
 */
export function parseRefresh(content: string): string | null {
  const match = /^\s{0,99}(\d{0,6})(?:\.\d{0,9})?\s{0,99}[;,\s]?\s{0,99}(.{0,2000})/su.exec(
    content,
  );
  const [, delay = "", rest = ""] = match ?? [];
  if (!match || (delay === "" && rest === "") || Number(delay) > longestDelay) return null;
  const named = /^url\s{0,9}=\s{0,99}(.*)$/isu.exec(rest)?.[1] ?? rest;
  const quote = /^["']/u.exec(named)?.[0];
  const value = quote === undefined ? named : (named.slice(1).split(quote)[0] ?? "");
  return value.trim() === "" ? null : value.trim();
}

function findRefresh(page: string): string | null {
  const meta = findTags(page, "meta").find((tag) =>
    /^\s{0,9}refresh\s{0,9}$/iu.test(findAttribute(tag, "http-equiv") ?? ""),
  );
  const content = meta === undefined ? null : findAttribute(meta, "content");
  return content === null ? null : parseRefresh(content);
}

/** Whether a page shows a line at most, has no frames and fields, and no more links than the one to click on. */
function isMereNotice(bare: string): boolean {
  const parts = ["iframe", "frame", "form", "table", "object", "embed"];
  if (parts.some((name) => findTags(bare, name).length > 0)) return false;
  if (findTags(bare, "a").length > 2) return false;
  const shown = bare.replaceAll(/<[^>]{0,2000}>/gu, " ").replaceAll(/\s+|&nbsp;/gu, "");
  return shown.length <= longestNotice;
}

/** The page without these elements; one that never ends takes the rest with it, as in a browser. */
function dropElements(page: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const end = new RegExp(`</${name}`, "iu");
    const [first = "", ...parts] = rest.split(new RegExp(`<${name}(?=[\\s/>])`, "iu"));
    return first + parts.map((part) => part.split(end).slice(1).join("")).join("");
  }, page);
}

function resolveTarget(target: string, base: string, url: string): string | null {
  if (!URL.canParse(target, base)) return null;
  const found = new URL(target, base);
  const self = new URL(url);
  found.hash = "";
  self.hash = "";
  return /^https?:$/u.test(found.protocol) && found.href !== self.href ? found.href : null;
}
