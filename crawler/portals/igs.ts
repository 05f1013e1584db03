import type { PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import {
  beginList,
  buildDataRequest,
  continueList,
  fullPage,
  readReferer,
} from "./continue-list.ts";
import { findFurtherPages } from "./find-further-pages.ts";
import type { Portal, PortalList, PortalPage } from "./portal.ts";
import { parseLoose, readVariable } from "./read-embedded.ts";
import { readJsonItems } from "./read-json-items.ts";

const path = "/igs/front/search.jhtml";
const marks = /\/igs\/front\/search/iu;
const words = "政府信息公开工作年度报告";
const pageSize = 20;

/** TRS IGS: a portal's own search, asked for the reports where no list is found otherwise. */
export const igs: Portal = {
  name: "igs",
  matches: ({ request, text }) => request.url.includes(path) || marks.test(text),
  readList: (page) => (page.request.url.includes(path) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = readLinks(page);
  const [code, siteId] = [readVariable(page.text, "code"), readVariable(page.text, "siteId")];
  const url = resolveAddress(path, page.url);
  const canSearch = code !== null && siteId !== null && url !== null && page.role !== "report";
  const search = canSearch
    ? [
        beginList(
          page,
          buildSearch(url, page.url, {
            code,
            siteId,
            searchWord: words,
            pageNumber: "1",
            pageSize: String(pageSize),
          }),
        ),
      ]
    : [];
  return { items, more: [...findFurtherPages(page, items), ...search] };
}

function readAnswer(page: PortalPage): PortalList {
  const items = readJsonItems(parseLoose(page.text), readReferer(page));
  const number = Number(new URL(page.request.url).searchParams.get("pageNumber") ?? 1);
  const next =
    items.length >= fullPage
      ? buildSearch(page.request.url, readReferer(page), { pageNumber: String(number + 1) })
      : null;
  return { items, more: continueList(page, { items, next }) };
}

function buildSearch(
  url: string,
  from: string,
  values: Readonly<Record<string, string>>,
): PageRequest {
  const address = new URL(url);
  for (const [key, value] of Object.entries(values)) address.searchParams.set(key, value);
  return buildDataRequest(address.href, from);
}
