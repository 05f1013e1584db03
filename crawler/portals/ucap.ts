import type { PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import {
  beginList,
  buildDataRequest,
  continueList,
  countRows,
  fullPage,
  readReferer,
} from "./continue-list.ts";
import { findFurtherPages } from "./find-further-pages.ts";
import type { Portal, PortalList, PortalPage } from "./portal.ts";
import { parseLoose, readVariable } from "./read-embedded.ts";
import { readJsonItems, readNumber } from "./read-json-items.ts";

const content = /UCAP-CONTENT|\/common\/search\//u;
const channel = /channelId["']?\s{0,3}[:=]/u;
const search = /\/search(?:List)?\//u;
const answers = /\/search\/[\w-]{6,60}\?[^#]*_isJson=true/iu;
/** The address as the page's script prints it, with whatever stands before it; else the usual one. */
const printed =
  /["'(]((?:https?:\/\/[\w.:-]{1,100})?(?:\/[\w-]{1,80}){0,3}\/search\/)["']?\s{0,3}(?:\+|([\w-]{6,60})[?"'])/iu;
const usual = "/common/search/";
const pageSize = 20;
const constants = { _isAgg: "true", _isJson: "true", _template: "index" };

/** 开普 UCAP: a channel's list is JSON of `/common/search/<channel>`. */
export const ucap: Portal = {
  name: "ucap",
  matches: ({ request, text }) =>
    answers.test(request.url) || content.test(text) || (channel.test(text) && search.test(text)),
  readList: (page) => (answers.test(page.request.url) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = readLinks(page);
  const [, folder = usual, own] = printed.exec(page.text) ?? [];
  const id = own ?? readVariable(page.text, "channelId");
  const isChannel = id !== null && /^[\w-]{6,60}$/u.test(id);
  const url = isChannel ? resolveAddress(`${folder}${id}`, page.url) : null;
  // An article names its channel too: it is no list.
  if (url === null || page.role === "report") return { items, more: findFurtherPages(page, items) };
  return {
    items,
    more: [beginList(page, buildSearch(url, page.url, { page: 1, size: pageSize }))],
  };
}

function readAnswer(page: PortalPage): PortalList {
  const data = parseLoose(page.text);
  const items = readJsonItems(data, readReferer(page));
  const query = new URL(page.request.url).searchParams;
  const [number, size] = [
    Number(query.get("page") ?? 1),
    Number(query.get("_pageSize") ?? pageSize),
  ];
  const total = readNumber(data, ["data", "total"]);
  const rows = countRows(page, items.length);
  const hasMore = total === null ? items.length >= Math.min(size, fullPage) : rows < total;
  const next = hasMore
    ? buildSearch(page.request.url, readReferer(page), { page: number + 1, size })
    : null;
  return { items, more: continueList(page, { items, next, rows }) };
}

function buildSearch(
  url: string,
  from: string,
  { page, size }: { readonly page: number; readonly size: number },
): PageRequest {
  const address = new URL(url);
  for (const [key, value] of Object.entries(constants)) address.searchParams.set(key, value);
  address.searchParams.set("_pageSize", String(size));
  address.searchParams.set("page", String(page));
  return buildDataRequest(address.href, from);
}
