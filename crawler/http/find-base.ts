import { findAttribute, findTags } from "./scan-tags.ts";

const headLength = 65_536;

/**
 * What relative addresses of a page are read against: its `<base href>`, or the page's own address. Never throws; a base
 * that is no address of the web does not count.
 */
export function findBase(text: string, url: string): string {
  const tag = findTags(text.slice(0, headLength), "base").find(
    (tag) => findAttribute(tag, "href") !== null,
  );
  const href = tag === undefined ? null : findAttribute(tag, "href");
  if (href === null || !URL.canParse(href, url)) return url;
  const base = new URL(href, url);
  return /^https?:$/u.test(base.protocol) ? base.href : url;
}
