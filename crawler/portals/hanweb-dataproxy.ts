import type { PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import { beginList, buildDataRequest, continueList, readReferer } from "./continue-list.ts";
import { countRecords, readRecords } from "./read-records.ts";
import type { Portal, PortalList, PortalPage } from "./portal.ts";
import { readVariable } from "./read-embedded.ts";

const path = /\/jpage\/dataproxy\.jsp/iu;
const printed =
  /["'(=>\s]((?:https?:\/\/[\w.:-]{1,100})?\/[\w/]{0,60}jpage\/dataproxy\.jsp\?[^"'<>\s]{5,1500})/giu;
/** What the page's own script sends besides the ids; `perpage` as it prints it. */
const constants = { appid: "1", col: "1" };
const perPage = 15;
const mostLists = 20;
const idKeys = ["columnid", "unitid", "webid"];

/** Hanweb JCMS: a list is data of `/module/web/jpage/dataproxy.jsp`, XML whose records are pieces of HTML. */
export const hanwebDataproxy: Portal = {
  name: "hanweb-dataproxy",
  matches: ({ request, text }) => path.test(request.url) || path.test(text),
  readList: (page) => (path.test(page.request.url) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = [...readLinks(page), ...readRecords(page.text, page.url)];
  const lists = listPrinted(page.text).slice(0, mostLists);
  const more = lists.map((address) => beginList(page, buildFirst(page, address)));
  return { items, more: more.filter(({ request }) => request.url !== "") };
}

function readAnswer(page: PortalPage): PortalList {
  const items = readRecords(page.text, readReferer(page));
  return { items, more: continueList(page, { items, next: findNext(page) }) };
}

function listPrinted(text: string): readonly string[] {
  const found = [...text.matchAll(printed)].map(([, address = ""]) =>
    address.replace(/&amp;/gu, "&"),
  );
  const byList = new Map(found.map((address) => [readIds(address), address]));
  return [...byList.values()];
}

function readIds(address: string): string {
  const query = new URLSearchParams(address.slice(address.indexOf("?") + 1));
  return idKeys.map((key) => query.get(key) ?? "").join(" ");
}

function buildFirst(page: PortalPage, address: string): PageRequest {
  const url = resolveAddress(address, page.url);
  if (url === null) return buildDataRequest("", page.url);
  const query = new URL(url).searchParams;
  const own = query.get("perpage") ?? readVariable(page.text, "perpage");
  const size = Number(/^\d{1,3}$/u.exec(own ?? "")?.[0] ?? perPage) || perPage;
  const ids = idKeys.flatMap((key) => {
    const value = query.get(key) ?? readVariable(page.text, key);
    return value === null ? [] : [[key, value] as const];
  });
  return buildDataRequest(
    setQuery(url, { ...constants, ...Object.fromEntries(ids), ...buildWindow(1, size) }),
    page.url,
  );
}

/** Records from–to and the page that they are: some servers look only at the one, some only at the other. */
function buildWindow(number: number, size: number): Readonly<Record<string, string>> {
  const start = (number - 1) * size + 1;
  return {
    page: String(number),
    startrecord: String(start),
    endrecord: String(start + size - 1),
    perpage: String(size),
  };
}

/**
 * The next window. A server that gives fewer records than asked for, though it has more, has a cap: from there on it is
 * asked in windows of that size, so that pages and records mean the same again.
 */
function findNext(page: PortalPage): PageRequest | null {
  const query = new URL(page.request.url).searchParams;
  const [number, size] = [
    Number(query.get("page") ?? 1),
    Number(query.get("perpage") ?? perPage) || perPage,
  ];
  const total = /<totalrecord>\s{0,5}(\d{1,7})/iu.exec(page.text)?.[1];
  const group = findGroup(page);
  const count = countRecords(page.text);
  const end = (number - 1) * size + count;
  if (total === undefined && count < size && group === null) return null;
  if (total !== undefined && end >= Number(total)) return null;
  if (group !== null && total === undefined)
    return buildDataRequest(setQuery(group, { page: String(number + 1) }), readReferer(page));
  const isCapped = number === 1 && count > 0 && count < size;
  const window = isCapped ? buildWindow(2, count) : buildWindow(number + 1, size);
  return buildDataRequest(setQuery(page.request.url, window), readReferer(page));
}

/** The link to the next group of records that an answer of the older kind holds. */
function findGroup(page: PortalPage): string | null {
  const group = /<nextgroup>([^]{0,3000}?)<\/nextgroup>/iu.exec(page.text)?.[1] ?? "";
  const address = listPrinted(` ${group}`)[0];
  return address === undefined ? null : resolveAddress(address, page.url);
}

function setQuery(address: string, values: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [key, value] of Object.entries(values)) url.searchParams.set(key, value);
  return url.href;
}
