import { createHash } from "node:crypto";
import type { PortalHost, ServedPage } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, listTruth, servePages } from "./serve-county.ts";
import { listRows, writeListPage } from "./write-list-page.ts";

/** Lists that only a script brings to the page (behaviour 32). */
export const scriptLists: readonly ObstacleKind[] = [
  { key: "script-list", behaviour: 32, build: (county) => buildList(county, false) },
  { key: "script-list-token", behaviour: 32, build: (county) => buildList(county, true) },
];

/** Two rows a page: the list has a second one. */
const rowsAPage = 2;

/** The column asks for its rows after it has loaded; with a token, under addresses that are good for one request. */
function buildList(county: County, needsToken: boolean): ObstacleDraft {
  const script = `<script>${needsToken ? withToken : plain}</script>`;
  const column = writeListPage(county, { rows: [], foot: script });
  const pages = buildPages(county, { column });
  const tokens = new Tokens(county.key);
  const serve: PortalHost["serve"] = (asked) => {
    const { pathname, searchParams } = asked.url;
    if (pathname === "/api/token") return writeJson({ token: tokens.give() });
    if (pathname !== "/api/list") return servePages(pages)(asked);
    const isOpen = !needsToken || tokens.take(searchParams.get("token") ?? "");
    return isOpen ? listPart(county, Number(searchParams.get("page"))) : refusal;
  };
  return {
    portal: {
      hosts: [buildHost(county, serve)],
      sources: [{ ...county.source, render: "browser" }],
      truth: listTruth(county, pages),
    },
  };
}

const show = `
const show = ({ rows }) => rows.forEach(({ url, title, date }) => {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
  item.append(link, date);
  document.querySelector(".list").append(item);
});
const ask = (address) => fetch(address).then((answer) => answer.json());`;
const plain = `${show}
addEventListener("load", async () => {
  for (const page of [1, 2]) show(await ask("/api/list?page=" + page));
});`;
const withToken = `${show}
addEventListener("load", async () => {
  for (const page of [1, 2]) {
    const { token } = await ask("/api/token");
    show(await ask("/api/list?token=" + token + "&page=" + page));
  }
});`;

const refusal = writeJson({ error: "token" }, 403);

function writeJson(value: unknown, status = 200): ServedPage {
  const headers: ServedPage["headers"] = [["Content-Type", "application/json; charset=utf-8"]];
  return { status, headers, body: JSON.stringify(value) };
}

function listPart(county: County, page: number): ServedPage {
  const rows = listRows(county)
    .slice((page - 1) * rowsAPage, page * rowsAPage)
    .map(({ href, text, date }) => ({ url: `${columnPath}${href.slice(2)}`, title: text, date }));
  return writeJson({ page, total: county.reports.length, rows });
}

/** Tokens that are good once. */
class Tokens {
  readonly #key: string;
  readonly #open = new Set<string>();
  #count = 0;

  constructor(key: string) {
    this.#key = key;
  }

  give(): string {
    this.#count += 1;
    const token = createHash("sha256").update(`${this.#key} ${this.#count}`).digest("hex");
    this.#open.add(token);
    return token;
  }

  take(token: string): boolean {
    return this.#open.delete(token);
  }
}
