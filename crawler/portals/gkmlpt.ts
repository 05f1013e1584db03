import type { FoundAddress, PageRequest } from "../../corpus/address.ts";
import { columnTitle, reportTitle, shortTitle } from "../links/report-words.ts";
import { readLinks } from "../links/read-links.ts";
import {
  beginList,
  buildDataRequest,
  continueList,
  countRows,
  fullPage,
  readReferer,
} from "./continue-list.ts";
import type { Portal, PortalList, PortalPage } from "./portal.ts";
import { parseLoose, readEmbedded, readVariable } from "./read-embedded.ts";
import { readField, readJsonItems, readNumber } from "./read-json-items.ts";

const marks = /window\._CONFIG|gkmlpt/u;
const answers = /\/gkmlpt\/api\/all\/\d+/iu;
const folder = /^(https?:\/\/[^?#]*?\/gkmlpt)(?:[/?#]|$)/iu;
const mostNodes = 20_000;
const mostColumns = 20;

/** Guangdong's platform: the page holds its configuration, the list of a category is JSON of `/gkmlpt/api/all/`. */
export const gkmlpt: Portal = {
  name: "gkmlpt",
  matches: ({ request, text }) =>
    answers.test(request.url) || (marks.test(text) && /SID/u.test(text)),
  readList: (page) => (answers.test(page.request.url) ? readAnswer(page) : readColumn(page)),
};

function readColumn(page: PortalPage): PortalList {
  const items = readLinks(page);
  const site = readVariable(page.text, "SID");
  const root =
    folder.exec(page.url)?.[1] ??
    (URL.canParse(page.url) ? `${new URL(page.url).origin}/gkmlpt` : null);
  if (site === null || root === null || page.role === "report") return { items, more: [] };
  const lists = findColumns(page).slice(0, mostColumns);
  return {
    items,
    more: lists.map((id) =>
      begin(page, `${root}/api/all/${id}?page=1&sid=${encodeURIComponent(site)}`),
    ),
  };
}

function begin(page: PortalPage, url: string): FoundAddress {
  return beginList(page, buildDataRequest(url, page.url));
}

/** The categories of annual reports in the page's tree; where none is called so, the one that the page shows. */
function findColumns({ text, url }: PortalPage): readonly string[] {
  const found: string[] = [];
  let queue: readonly unknown[] = [readEmbedded(text, "TREE")];
  for (let nodes = 0; queue.length > 0 && nodes < mostNodes;) {
    const next: unknown[] = [];
    for (const node of queue) {
      if (typeof node !== "object" || node === null || ++nodes > mostNodes) continue;
      const [name, id] = [readField(node, ["name", "title"]) ?? "", readField(node, ["id"])];
      if (id !== null && /^\d+$/u.test(id) && isReportName(name)) found.push(id);
      next.push(...Object.values(node).filter((child) => typeof child === "object"));
    }
    queue = next;
  }
  const shown =
    readVariable(text, "CATE(?:_?ID)?|CLASSIFY_ID") ??
    /[?&](?:cate|classify)[\w]{0,10}=(\d+)/iu.exec(url)?.[1];
  return found.length > 0 || !shown || !/^\d+$/u.test(shown) ? found : [shown];
}

function isReportName(name: string): boolean {
  return columnTitle.test(name) || reportTitle.test(name) || shortTitle.test(name);
}

function readAnswer(page: PortalPage): PortalList {
  const data = parseLoose(page.text);
  const articles = readArticles(data);
  const items = readJsonItems(articles, readReferer(page));
  const printed = Array.isArray(articles) ? articles.length : items.length;
  const rows = countRows(page, printed);
  const total = readNumber(data, ["classify", "post_count"]);
  const isOver = total === null ? printed < fullPage : rows >= total;
  const next = isOver ? null : buildNext(page);
  return { items, more: continueList(page, { items, next, rows }) };
}

function readArticles(data: unknown): unknown {
  if (typeof data !== "object" || data === null || !("articles" in data)) return data;
  const { articles } = data;
  if (!Array.isArray(articles)) return data;
  // A paper's attachments are read from its own page.
  return articles.map((row: unknown) =>
    typeof row === "object" && row !== null ? { ...row, attachment: null } : row,
  );
}

/** Page 0 is page 1: it is asked for from 1. */
function buildNext({ request, url }: PortalPage): PageRequest {
  const address = new URL(request.url);
  const number = Number(address.searchParams.get("page") ?? 1);
  address.searchParams.set("page", String(number + 1));
  return buildDataRequest(address.href, request.headers["Referer"] ?? url);
}
