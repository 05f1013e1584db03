import { noTrail, type FoundAddress, type Trail } from "../../corpus/address.ts";
import { isSibling } from "../links/address-shape.ts";
import { continueList, fullPage, markItems, readReferer } from "./continue-list.ts";
import { findNextLink } from "./find-next-link.ts";
import { pageTemplates } from "./page-templates.ts";
import type { ListedLink, PortalPage } from "./portal.ts";
import { readPageCount } from "./read-page-count.ts";

const pageWords =
  /下一?页|尾页|末页|共\s{0,3}\d{1,5}\s{0,3}页|第\s{0,3}\d{1,5}\s{0,3}页|(?:class|id)=["'][^"']{0,60}(?:pagination|pager|paging|fenye|pages?(?=["'\s_-]))|totalPages?|pageCount|countPage/iu;

/** Links from page to page differ on each of them, whatever else the pages show. */
const pageControl =
  /^(?:首页|上一?页|下一?页|前一?页|后一?页|第一页|最后一页|尾页|末页|prev(?:ious)?|next(?:page)?|\[?\d{1,3}\]?|[<>«»‹›]+)[<>«»‹›]*$/iu;

/**
 * Further pages of a list whose software does not tell how it names them: the page's own 下一页, else one guess after
 * the other, which goes on only while it brings links that the pages before it did not have.
 */
export function findFurtherPages(
  page: PortalPage,
  links: readonly ListedLink[],
): readonly FoundAddress[] {
  const trail = page.trail ?? noTrail;
  const base = trail.trial === null ? page.url : readReferer(page);
  const items = links.filter(
    ({ url, text }) => text !== "" && !isPageControl(text) && isSibling(url, base),
  );
  if (trail.trial !== null) return continueTrial(page, items, trail);
  const next = findNextLink(page, links);
  if (next) return continueList(page, { items, next });
  const isList = page.role === "column" || page.role === "list" || page.role === "frame";
  // A list that was followed by its own links to a page without one ends there.
  const isFirst = trail.seen.length === 0;
  if (!isList || !isFirst || !mayGoOn(page, items) || readPageCount(page.text) === 1) return [];
  return tryFrom(page, { trail: { ...trail, seen: [markItems(items)] }, from: 0 });
}

/**
 * What to try instead of a guess that gave nothing: `page` is the address as it was found and asked for. To be called
 * where a trial's address does not exist.
 */
export function findNextTrial(
  page: Pick<PortalPage, "request" | "url" | "hints" | "trail">,
): readonly FoundAddress[] {
  const trail = page.trail ?? noTrail;
  if (trail.trial === null || trail.seen.length !== 1) return [];
  const at = pageTemplates.findIndex(({ name }) => name === trail.trial);
  return tryFrom(page, { trail, from: at + 1 });
}

function continueTrial(
  page: PortalPage,
  items: readonly ListedLink[],
  trail: Trail,
): readonly FoundAddress[] {
  const isNew = items.length > 0 && !trail.seen.includes(markItems(items));
  if (!isNew) return findNextTrial(page);
  const total = readPageCount(page.text);
  const number = trail.seen.length + 2;
  const template = pageTemplates.find(({ name }) => name === trail.trial);
  const url = template?.build(readReferer(page), number) ?? null;
  if (url === null || (total !== null && number > total)) return [];
  return continueList(page, { items, next: buildTrial(url, readReferer(page)) });
}

function tryFrom(
  page: Pick<PortalPage, "request" | "url" | "hints" | "trail">,
  { trail, from }: { readonly trail: Trail; readonly from: number },
): readonly FoundAddress[] {
  const base = trail.trial === null ? page.url : (page.request.headers["Referer"] ?? page.url);
  for (const { name, build } of pageTemplates.slice(from)) {
    const url = build(base, 2);
    if (url === null) continue;
    return [
      {
        request: buildTrial(url, base),
        role: "list",
        hints: page.hints,
        trail: { ...trail, trial: name },
      },
    ];
  }
  return [];
}

function buildTrial(url: string, base: string): FoundAddress["request"] {
  return { url, method: "GET", body: null, headers: { Referer: base } };
}

function isPageControl(text: string): boolean {
  return pageControl.test(text.replace(/\s+/gu, ""));
}

function mayGoOn({ text }: PortalPage, items: readonly ListedLink[]): boolean {
  return items.length >= fullPage || (items.length > 0 && pageWords.test(text));
}
