import { buildRequest, type PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { continueList } from "./continue-list.ts";
import { findFurtherPages } from "./find-further-pages.ts";
import { findNextLink } from "./find-next-link.ts";
import type { Portal, PortalPage } from "./portal.ts";
import { readPageCount } from "./read-page-count.ts";

const marks = /\/(?:Xxgknb|XxgkAnnualReport)(?:\/|["'?])/u;
const numbered = /\/p\/(\d{1,4})(?=[/?#]|$)/u;

/** The platform of cities in Anhui: `/Xxgknb/` lists the reports of a unit or a year, page n is `?page=n` or `/p/n`. */
export const anhui: Portal = {
  name: "anhui",
  matches: ({ url, text }) => marks.test(url) || marks.test(text),
  readList: (page) => {
    const items = readLinks(page);
    const next = findNextLink(page, items) ?? computeNext(page);
    return {
      items,
      more: next ? continueList(page, { items, next }) : findFurtherPages(page, items),
    };
  },
};

function computeNext({ url, text, role }: PortalPage): PageRequest | null {
  const total = readPageCount(text);
  if (total === null || role === "report" || !URL.canParse(url)) return null;
  const address = new URL(url);
  const inPath = numbered.exec(address.pathname)?.[1];
  const number = Number(inPath ?? address.searchParams.get("page") ?? 1) || 1;
  if (number >= total) return null;
  if (inPath === undefined) address.searchParams.set("page", String(number + 1));
  else address.pathname = address.pathname.replace(numbered, `/p/${number + 1}`);
  return buildRequest(address.href);
}
