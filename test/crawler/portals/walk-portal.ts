import {
  buildRequest,
  noHints,
  noTrail,
  type FoundAddress,
  type PageRequest,
} from "../../../corpus/address.ts";
import { findNextTrial } from "../../../crawler/portals/find-further-pages.ts";
import type { ListedLink, PortalPage } from "../../../crawler/portals/portal.ts";
import { readPortalList } from "../../../crawler/portals/read-portal-list.ts";

/** What a host answers; null where it has no such page. */
export type Answer = (request: PageRequest) => string | null;

export interface Walk {
  readonly items: readonly ListedLink[];
  readonly requests: readonly PageRequest[];
}

/** A page of role `column` as the portals read it. */
export function buildPage(url: string, text: string, change: Partial<PortalPage> = {}): PortalPage {
  return {
    request: buildRequest(url),
    url,
    role: "column",
    hints: noHints,
    trail: noTrail,
    text,
    mediaType: "text/html",
    ...change,
  };
}

/** Follows a list to its end as the executor does; fails after 80 requests, since then it has none. */
export function walkPortal(start: string, answer: Answer): Walk {
  const items: ListedLink[] = [];
  const requests: PageRequest[] = [];
  const queue: FoundAddress[] = [
    { request: buildRequest(start), role: "column", hints: noHints, trail: noTrail },
  ];
  for (let found = queue.shift(); found; found = queue.shift()) {
    if (requests.length >= 80) throw new Error("The walk does not end.");
    requests.push(found.request);
    const text = answer(found.request);
    const page = { ...buildPage(found.request.url, text ?? ""), ...found, url: found.request.url };
    if (text === null) {
      queue.push(...findNextTrial(page));
      continue;
    }
    const list = readPortalList({
      ...page,
      mediaType: text.startsWith("{") ? "application/json" : "text/html",
    });
    items.push(...list.items);
    queue.push(...list.more);
  }
  return { items, requests };
}

/** The addresses of reports among the links, each once, in order. */
export function listReports({ items }: Walk, pattern = /report/u): readonly string[] {
  return [...new Set(items.map(({ url }) => url).filter((url) => pattern.test(url)))];
}

/** So many addresses of fictional reports. */
export function nameReports(
  count: number,
  name = (at: number) => `/report/${at}.html`,
): readonly string[] {
  return Array.from({ length: count }, (_, at) => name(at + 1));
}
