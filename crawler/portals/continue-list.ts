import { createHash } from "node:crypto";
import { noTrail, type FoundAddress, type PageRequest } from "../../corpus/address.ts";
import { canonicalizeAddress } from "../links/canonicalize-address.ts";
import type { ListedLink, PortalPage } from "./portal.ts";

/** No list of one county is longer; a host that always has one more page is a trap. */
const mostPages = 300;
/** A list may go on behind a page of so many rows, however many more were asked for. */
export const fullPage = 10;

/** What a page of a list printed, and what is asked for next; null where the list says that it ends. */
export interface ListStep {
  readonly items: readonly ListedLink[];
  readonly next: PageRequest | null;
  /** Page 0 and page 1 of some lists are the same, so that this one answer may repeat. */
  readonly mayRepeat?: boolean;
  /** Rows of this page and those before it, where the list tells how many it has. */
  readonly rows?: number;
}

/** The first data answer of a list whose page was only its shell. */
export function beginList(page: PortalPage, request: PageRequest): FoundAddress {
  const trail = { ...(page.trail ?? noTrail), trial: null, seen: [] };
  return { request, role: "list", hints: page.hints, trail };
}

/**
 * The next page of a list: none where this one printed nothing, printed what an earlier one did (a host that always
 * answers its first or last page), or was the last of as many as a list may have.
 */
export function continueList(
  page: PortalPage,
  { items, next, mayRepeat, rows }: ListStep,
): readonly FoundAddress[] {
  const trail = page.trail ?? noTrail;
  if (next === null || items.length === 0 || trail.seen.length >= mostPages) return [];
  const mark = markItems(items);
  if (trail.seen.includes(mark) && mayRepeat !== true) return [];
  const walked = { ...trail, seen: [...trail.seen, mark], ...(rows !== undefined && { rows }) };
  return [{ request: next, role: "list", hints: page.hints, trail: walked }];
}

/** Rows that a list has printed with this page of so many: hosts give as few a page as they were set to. */
export function countRows({ trail }: PortalPage, printed: number): number {
  return (trail?.rows ?? 0) + printed;
}

/** The same for the same links, in whatever order they stand. */
export function markItems(items: readonly ListedLink[]): string {
  const keys = items.map(({ url }) => canonicalizeAddress(url)?.key ?? url);
  const text = [...new Set(keys)].sort().join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

/** A request for data as a page's own script makes it. */
export function buildDataRequest(
  url: string,
  from: string,
  {
    body = null,
    type = null,
  }: { readonly body?: string | null; readonly type?: string | null } = {},
): PageRequest {
  const headers: Record<string, string> = { Referer: from, "X-Requested-With": "XMLHttpRequest" };
  if (type !== null) headers["Content-Type"] = type;
  return { url, method: body === null ? "GET" : "POST", body, headers };
}

/** The page that a data answer belongs to: the one that asked for it. */
export function readReferer({ request, url }: PortalPage): string {
  return request.headers["Referer"] ?? url;
}
