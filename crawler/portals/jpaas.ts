import { load } from "cheerio";
import type { FoundAddress, PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import { beginList, buildDataRequest, continueList, readReferer } from "./continue-list.ts";
import type { Portal, PortalList, PortalPage } from "./portal.ts";
import { parseLoose } from "./read-embedded.ts";
import { readNumber, readValue } from "./read-json-items.ts";

const path = "/front/page/build/unit";
const marks = /front\/page\/build\/unit|unitbuild\.js/iu;
const pageSize = 15;
const mostUnits = 30;
const mostText = 3_000_000;

/** Hanweb JPaaS: parts of a page are units that a script asks for with the page's `queryData`; answers are JSON with HTML. */
export const jpaas: Portal = {
  name: "jpaas",
  matches: ({ request, text }) => request.url.includes(path) || marks.test(text),
  readList: (page) => (page.request.url.includes(path) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  return { items: readLinks(page), more: listUnits(page) };
}

function listUnits(page: PortalPage): readonly FoundAddress[] {
  const $ = load(page.text.slice(0, mostText), { xml: { xmlMode: false } });
  const units = $("[querydata], [queryData]").toArray().slice(0, mostUnits);
  return units.flatMap(({ attribs }) => {
    const query = parseLoose(attribs["querydata"] ?? attribs["queryData"] ?? "");
    const url = resolveAddress(attribs["url"] ?? "", page.url);
    if (url === null || typeof query !== "object" || query === null) return [];
    return [
      beginList(
        page,
        buildUnit(url, page.url, { ...query, paramJson: buildParameters(1, pageSize) }),
      ),
    ];
  });
}

function buildUnit(
  url: string,
  from: string,
  values: Readonly<Record<string, unknown>>,
): PageRequest {
  const address = new URL(url);
  for (const [key, value] of Object.entries(values))
    if (typeof value === "string" || typeof value === "number")
      address.searchParams.set(key, String(value));
  return buildDataRequest(address.href, from);
}

/** A bare `pageNo` is ignored. */
function buildParameters(pageNo: number, size: number): string {
  return JSON.stringify({ pageNo, pageSize: size });
}

function readAnswer(page: PortalPage): PortalList {
  const html = readValue(parseLoose(page.text), ["data", "html"]);
  if (typeof html !== "string") return { items: [], more: [] };
  const from = readReferer(page);
  const items = readLinks({ url: from, text: html });
  return { items, more: continueList(page, { items, next: findNext(page, html) }) };
}

/** A unit's `.pagination` tells rows to a page and how many pages there are; one without has only its first page. */
function findNext(page: PortalPage, html: string): PageRequest | null {
  const { attribs } =
    load(html.slice(0, mostText), { xml: { xmlMode: false } })("[class*=pagination]").get(0) ?? {};
  const pages = Number(attribs?.["count"] ?? 0);
  const query = new URL(page.request.url).searchParams;
  const parameters = parseLoose(query.get("paramJson") ?? "{}");
  const number = readNumber(parameters, ["pageNo"]) ?? 1;
  if (number >= pages) return null;
  const size = readNumber(parameters, ["pageSize"]) ?? pageSize;
  return buildUnit(page.request.url, readReferer(page), {
    paramJson: buildParameters(number + 1, size),
  });
}
