import type { PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import { beginList, buildDataRequest, continueList, readReferer } from "./continue-list.ts";
import type { ListedLink, Portal, PortalList, PortalPage } from "./portal.ts";
import { parseLoose, readVariable } from "./read-embedded.ts";
import { readJsonItems } from "./read-json-items.ts";
import { countRecords, readRecords } from "./read-records.ts";

const path = "/messageController/getMessage.do";
const marks = /messageController\/getMessage\.do/iu;
const printed =
  /["']((?:https?:\/\/[\w.:-]{1,100})?[\w./-]{0,100}messageController\/getMessage\.do[^"'<>\s]{0,500})["']/iu;
const perPage = 20;
const callback = "gongkai";

/** TRUE-CMS: a list is JSONP around XML; the host answers only where the `Referer` is the column's page. */
export const truecms: Portal = {
  name: "truecms",
  matches: ({ request, text }) => request.url.includes(path) || marks.test(text),
  readList: (page) => (page.request.url.includes(path) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = readLinks(page);
  const address = printed.exec(page.text)?.[1]?.replace(/&amp;/gu, "&") ?? null;
  const url = address === null ? null : resolveAddress(address, page.url);
  if (url === null) return { items, more: [] };
  const column = new URL(url).searchParams.get("columnId") ?? readVariable(page.text, "columnId");
  const size = Number(readVariable(page.text, "perpage")) || perPage;
  const start = { columnId: column ?? "", callback, ...buildWindow(1, size) };
  return {
    items,
    more: column === null ? [] : [beginList(page, buildQuery(url, page.url, start))],
  };
}

function readAnswer(page: PortalPage): PortalList {
  const from = readReferer(page);
  const xml = unwrap(page.text);
  const records = readRecords(xml, from);
  const items = records.length > 0 ? records : readOther(xml, from);
  return {
    items,
    more: continueList(page, {
      items,
      next: findNext(page, { xml, count: countRecords(xml) || items.length }),
    }),
  };
}

/** Hosts give at most 10, 20 or 50 records whatever is asked for: the next window begins behind what came. */
function findNext(
  page: PortalPage,
  { xml, count }: { readonly xml: string; readonly count: number },
): PageRequest | null {
  const query = new URL(page.request.url).searchParams;
  const start = Number(query.get("startrecord") ?? 1);
  const total =
    /<totalrecord>\s{0,5}(\d{1,7})|totalRecord["']?\s{0,3}[:=]\s{0,3}["']?(\d{1,7})/iu.exec(xml);
  const last = Number(total?.[1] ?? total?.[2] ?? Number.MAX_SAFE_INTEGER);
  if (count === 0 || start + count > last) return null;
  const size = Number(query.get("perpage") ?? perPage) || perPage;
  return buildQuery(page.request.url, readReferer(page), buildWindow(start + count, size));
}

function buildWindow(start: number, size: number): Readonly<Record<string, string>> {
  return { startrecord: String(start), endrecord: String(start + size - 1), perpage: String(size) };
}

function buildQuery(
  url: string,
  from: string,
  values: Readonly<Record<string, string>>,
): PageRequest {
  const address = new URL(url);
  for (const [key, value] of Object.entries(values)) address.searchParams.set(key, value);
  return buildDataRequest(address.href, from);
}

/** `name("<xml>")`, `name({"xml": "<xml>"})` or the XML itself. */
function unwrap(text: string): string {
  const inner = /^\s{0,20}[\w$.]{1,60}\s{0,5}\(([^]*)\)\s{0,5};?\s{0,20}$/u.exec(text)?.[1];
  if (inner === undefined) return text;
  const value = parseLoose(inner);
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return inner;
  return (
    Object.values(value).find((part) => typeof part === "string" && /<record>/iu.test(part)) ??
    inner
  );
}

function readOther(text: string, from: string): readonly ListedLink[] {
  return [...readLinks({ url: from, text }), ...readJsonItems(parseLoose(text), from)];
}
