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
import { parseLoose, readVariable } from "./read-embedded.ts";
import { readJsonItems, readNumber } from "./read-json-items.ts";

const path = "/rest/lightfrontaction/getgovinfolist";
const marks = /EWB-FRONT|webBuilderCommon\.js|lightfrontaction\/getgovinfolist/iu;
const printed =
  /["']((?:https?:\/\/[\w.:-]{1,100})?[\w./-]{0,100}\/rest\/lightfrontaction\/getgovinfolist)["']/iu;
const usual = "/EWB-FRONT/rest/lightfrontaction/getgovinfolist";
const fields = ["deptcode", "categorynum", "siteGuid"];
const pageSize = 20;

/** 国泰新点 Epoint EWB: a list is JSON that answers a POST of JSON. */
export const ewb: Portal = {
  name: "ewb",
  matches: ({ request, text }) => request.url.includes(path) || marks.test(text),
  readList: (page) => (page.request.url.includes(path) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = readLinks(page);
  const url = resolveAddress(printed.exec(page.text)?.[1] ?? usual, page.url);
  const values = Object.fromEntries(fields.map((key) => [key, readVariable(page.text, key) ?? ""]));
  const isList = (values["categorynum"] ?? "") + (values["deptcode"] ?? "") !== "";
  if (url === null || !isList || page.role === "report")
    return { items, more: findFurtherPages(page, items) };
  const size = Number(readVariable(page.text, "pageSize")) || pageSize;
  const start = Number(readVariable(page.text, "pageIndex") ?? 0) || 0;
  return {
    items,
    more: [
      beginList(page, buildQuery(url, page.url, { ...values, pageIndex: start, pageSize: size })),
    ],
  };
}

function readAnswer(page: PortalPage): PortalList {
  const data = parseLoose(page.text);
  const items = readJsonItems(data, readReferer(page));
  const body = parseLoose(page.request.body ?? "{}");
  // Whether the count begins with 0 or with 1 differs: 0 and 1 may be the same page.
  const mayRepeat = readNumber(body, ["pageIndex"]) === 1;
  return {
    items,
    more: continueList(page, { items, next: findNext(page, { data, body, items }), mayRepeat }),
  };
}

function findNext(
  page: PortalPage,
  {
    data,
    body,
    items,
  }: { readonly data: unknown; readonly body: unknown; readonly items: readonly ListedLink[] },
): PageRequest | null {
  if (typeof body !== "object" || body === null) return null;
  const [index, size] = [
    readNumber(body, ["pageIndex"]) ?? 0,
    readNumber(body, ["pageSize"]) ?? pageSize,
  ];
  const total = readNumber(data, ["custom", "total"]) ?? readNumber(data, ["custom", "count"]);
  // One page more than the count says, for lists that begin with 1; hosts may give fewer rows than they are asked for.
  const rows = Math.min(size, items.length);
  const hasMore = total === null ? items.length >= Math.min(size, fullPage) : index * rows < total;
  return hasMore
    ? buildQuery(page.request.url, readReferer(page), { ...body, pageIndex: index + 1 })
    : null;
}

function buildQuery(url: string, from: string, values: object): PageRequest {
  return buildDataRequest(url, from, {
    body: JSON.stringify(values),
    type: "application/json;charset=UTF-8",
  });
}
