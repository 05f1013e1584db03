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
import type { ListedLink, Portal, PortalList, PortalPage } from "./portal.ts";
import { readVariable } from "./read-embedded.ts";

const path = "/site/label/8888";
const marks =
  /\/site\/label\/8888|labelName["']?\s{0,3}[:=]\s{0,3}["']?publicInfoList|j-fontContent/iu;
/** Names that the page's script gives to the parts of its request. */
const fields = ["siteId", "organId", "catId", "pageSize"];
const constants = {
  IsAjax: "1",
  dataType: "html",
  labelName: "publicInfoList",
  type: "4",
  file: "/xxgk/publicInfoList_newest2020",
};
const pageSize = 15;

/** 龙讯 LonSun: the list of an organisation's papers is a piece of HTML from `/site/label/8888`. */
export const lonsun: Portal = {
  name: "lonsun",
  matches: ({ request, text }) => request.url.includes(path) || marks.test(text),
  readList: (page) => (page.request.url.includes(path) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = readLinks(page);
  const values = fields.flatMap((key) => {
    const value = readVariable(page.text, key);
    return value === null ? [] : [[key, value] as const];
  });
  const isList =
    values.some(([key]) => key === "organId" || key === "catId") && page.role !== "report";
  const url = resolveAddress(path, page.url);
  if (!isList || url === null) return { items, more: findFurtherPages(page, items) };
  const query = {
    ...constants,
    pageSize: String(pageSize),
    ...Object.fromEntries(values),
    pageIndex: "1",
  };
  return { items, more: [beginList(page, buildLabel(url, page.url, query))] };
}

function readAnswer(page: PortalPage): PortalList {
  const items = readLinks({ url: readReferer(page), text: page.text });
  return { items, more: continueList(page, { items, next: findNext(page, items) }) };
}

function findNext(page: PortalPage, items: readonly ListedLink[]): PageRequest | null {
  const query = new URL(page.request.url).searchParams;
  const [index, size] = [
    Number(query.get("pageIndex") ?? 1),
    Number(query.get("pageSize") ?? pageSize),
  ];
  const count = readVariable(page.text, "pageCount");
  const hasMore = count === null ? items.length >= Math.min(size, fullPage) : index < Number(count);
  return hasMore
    ? buildLabel(page.request.url, readReferer(page), { pageIndex: String(index + 1) })
    : null;
}

function buildLabel(
  url: string,
  from: string,
  values: Readonly<Record<string, string>>,
): PageRequest {
  const address = new URL(url);
  for (const [key, value] of Object.entries(values)) address.searchParams.set(key, value);
  return buildDataRequest(address.href, from);
}
