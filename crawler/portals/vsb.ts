import { buildRequest, type PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { continueList } from "./continue-list.ts";
import { findFurtherPages } from "./find-further-pages.ts";
import { findNextLink } from "./find-next-link.ts";
import type { Portal, PortalPage } from "./portal.ts";
import { readPageCount } from "./read-page-count.ts";

const marks = /vsb_content|\/system\/resource\/|urltype=tree\.TreeTempUrl|v_news_content|_vsl\//iu;
const further = /^([^?#]*)\/(\d{1,4})\.(s?html?)$/iu;
const first = /^([^?#]*)\.(s?html?)$/iu;

/** 博达 VSB: further pages are numbered from the end, page k of n is `<column>/<n-k+1>.htm`. */
export const vsb: Portal = {
  name: "vsb",
  matches: ({ text }) => marks.test(text),
  readList: (page) => {
    const items = readLinks(page);
    const next = findNextLink(page, items) ?? computeNext(page);
    return {
      items,
      more: next ? continueList(page, { items, next }) : findFurtherPages(page, items),
    };
  },
};

function computeNext(page: PortalPage): PageRequest | null {
  const [, column, number, ext] = page.role === "list" ? (further.exec(page.url) ?? []) : [];
  if (column !== undefined && number !== undefined)
    return Number(number) > 1 ? buildRequest(`${column}/${Number(number) - 1}.${ext}`) : null;
  const [, stem, ending] = first.exec(page.url) ?? [];
  const total = readPageCount(page.text);
  if (stem === undefined || total === null || total < 2 || page.role === "report") return null;
  return buildRequest(`${stem}/${total - 1}.${ending}`);
}
