import type { PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { reportTitle } from "../links/report-words.ts";
import { compactWords } from "../links/compact-words.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import { beginList, buildDataRequest, continueList, readReferer } from "./continue-list.ts";
import type { ListedLink, Portal, PortalList, PortalPage } from "./portal.ts";
import { readVariable } from "./read-embedded.ts";
import { readPageCount } from "./read-page-count.ts";

const path = "/module/xxgk/search.jsp";
const printed = /(?:https?:\/\/[\w.:-]{1,100})?\/[\w/]{0,60}module\/xxgk\/search\.jsp/iu;
const marks = /module\/xxgk\/(?:search|tree)\.jsp/iu;
const fields = ["infotypeId", "jdid", "area", "divid", "sortfield"];
const form = "application/x-www-form-urlencoded";

/** Hanweb's catalogue of disclosed papers: a POST to `search.jsp` gives the papers of a whole area, page by page. */
export const hanwebSearch: Portal = {
  name: "hanweb-search",
  matches: ({ request, text }) => request.url.includes(path) || marks.test(text),
  readList: (page) => (page.request.url.includes(path) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = readLinks(page);
  const url = resolveAddress(printed.exec(page.text)?.[0] ?? path, page.url);
  const values = fields.map((key) => [key, readField(page.text, key)] as const);
  const hasArea = values.some(
    ([key, value]) => (key === "area" || key === "infotypeId") && value !== "",
  );
  if (url === null || !hasArea) return { items, more: [] };
  return {
    items,
    more: [
      beginList(page, buildSearch(url, page.url, { ...Object.fromEntries(values), currpage: "1" })),
    ],
  };
}

/** From a parameter, a variable, or a field of a form. */
function readField(text: string, key: string): string {
  const field = new RegExp(
    `name=["']?${key}["']?[^<>]{0,200}?value=["']([\\w-]{1,80})["']`,
    "iu",
  ).exec(text)?.[1];
  return field ?? readVariable(text, key) ?? "";
}

function readAnswer(page: PortalPage): PortalList {
  const from = readReferer(page);
  const links = readLinks({ url: from, text: page.text });
  const items = links.filter((link) => isOfColumn(link, from));
  return { items, more: continueList(page, { items: links, next: findNext(page, from) }) };
}

/** The answer holds papers of other columns too; what calls itself a report is kept wherever it stands. */
function isOfColumn({ url, text, title }: ListedLink, from: string): boolean {
  const own = /\/col\/col(\d+)\//iu.exec(from)?.[1];
  const column = /\/art_(\d+)_\d+/iu.exec(url)?.[1];
  if (own === undefined || column === undefined || own === column) return true;
  return reportTitle.test(compactWords(text)) || reportTitle.test(compactWords(title ?? ""));
}

function findNext({ request, text }: PortalPage, from: string): PageRequest | null {
  const body = new URLSearchParams(request.body ?? "");
  const current = Number(body.get("currpage") ?? 1);
  const total = readPageCount(text);
  if (total === null || current >= total) return null;
  return buildSearch(request.url, from, {
    ...Object.fromEntries(body),
    currpage: String(current + 1),
  });
}

function buildSearch(
  url: string,
  from: string,
  values: Readonly<Record<string, string>>,
): PageRequest {
  return buildDataRequest(url, from, { body: new URLSearchParams(values).toString(), type: form });
}
