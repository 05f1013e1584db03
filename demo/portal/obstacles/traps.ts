import type { PortalHost, ServedPage } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import {
  buildHost,
  buildPage,
  buildPages,
  buildRedirect,
  listTruth,
  missingPage,
} from "./serve-county.ts";
import { listRows, writeFrame, writeListPage } from "./write-list-page.ts";

/** Addresses without end (behaviour 33). */
export const traps: readonly ObstacleKind[] = [
  { key: "calendar-trap", behaviour: 33, build: buildCalendar },
  { key: "search-trap", behaviour: 33, build: buildSearch },
  { key: "session-parameter", behaviour: 33, build: (county) => buildSessions(county, "last") },
  { key: "session-folder", behaviour: 33, build: (county) => buildSessions(county, "first") },
  { key: "endless-list", behaviour: 33, build: buildEndlessList },
];

/** Pages made for the address that is asked for; null where there is none. */
type Maker = (url: URL) => ServedPage | null;

function addPages(county: County, column: string, make: Maker): ObstacleDraft {
  const pages = buildPages(county, { column });
  const serve: PortalHost["serve"] = ({ url }) =>
    pages.get(url.pathname) ?? make(url) ?? missingPage;
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

/** Each month leads to the next one, to the one before, and to its days. */
function buildCalendar(county: County): ObstacleDraft {
  const link = (at: number, words: string): string => {
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
    return `<a href="/rili/index.html?year=${year}&month=${month}">${words}</a>`;
  };
  const column = writeListPage(county, { foot: link(2024 * 12, "信息公开日历") });
  return addPages(county, column, ({ pathname, searchParams }) => {
    if (!pathname.startsWith("/rili/")) return null;
    const at = Number(searchParams.get("year")) * 12 + Number(searchParams.get("month")) - 1;
    const days = Array.from({ length: 28 }, (_, day) => {
      const address = `/rili/day.html?date=${searchParams.get("year")}-${searchParams.get("month")}-${day + 1}`;
      return `<a href="${address}">${day + 1}</a>`;
    });
    const body = [link(at - 1, "上一月"), link(at + 1, "下一月"), ...days].join("\n");
    return buildPage(writeFrame(county, { title: "信息公开日历", head: "", body }));
  });
}

/** Each page of hits leads to a next one and to other searches, their words ever longer. */
function buildSearch(county: County): ObstacleDraft {
  const link = (words: string, page: number, shown: string): string =>
    `<a href="/search?q=${encodeURIComponent(words)}&page=${page}">${shown}</a>`;
  const column = writeListPage(county, { foot: link("年报", 1, "搜索：政府信息公开年报") });
  return addPages(county, column, ({ pathname, searchParams }) => {
    if (pathname !== "/search") return null;
    const [words, page] = [searchParams.get("q") ?? "", Number(searchParams.get("page"))];
    const body = [
      link(words, page + 1, "下一页"),
      link(`${words} 报告`, 1, `${words}政府信息公开年报`),
    ].join("\n");
    return buildPage(writeFrame(county, { title: `搜索${words}`, head: "", body }));
  });
}

/** Where the name of the visit stands in an address: behind the path, or as its first folder. */
type SessionPlace = "first" | "last";

/** Each visit has a name of its own in all addresses; without it a page is the same. */
function buildSessions(county: County, place: SessionPlace): ObstacleDraft {
  const pages = buildPages(county);
  let visits = 0;
  const nameVisit = (): string => (++visits * 7919).toString(36).padStart(8, "x");
  const serve: PortalHost["serve"] = ({ url }) => {
    const bare = url.pathname.replace(/^\/\(S\(\w+\)\)(?=\/)|;jsessionid=\w+$/giu, "");
    if (bare === "/robots.txt") return missingPage;
    if (place === "first" && bare === url.pathname)
      return buildRedirect(`/(S(${nameVisit()}))${bare}`);
    if (bare !== columnPath || place === "first") return pages.get(bare) ?? missingPage;
    const rows = listRows(county).map((row) => ({
      ...row,
      href: `${row.href};jsessionid=${nameVisit()}`,
    }));
    return buildPage(writeListPage(county, { rows }));
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

/** The list has a next page for ever, and each shows what the first does. */
function buildEndlessList(county: County): ObstacleDraft {
  const write = (page: number): string =>
    writeListPage(county, {
      foot: `<div class="pages"><a href="${columnPath}index_${page + 1}.html">下一页</a></div>`,
      rows: listRows(county).map((row) => ({
        ...row,
        href: `${columnPath}${row.href.slice(2)}`,
      })),
    });
  return addPages(county, write(0), ({ pathname }) => {
    const page = /\/index_(\d{1,9})\.html$/u.exec(pathname)?.[1];
    return page === undefined ? null : buildPage(write(Number(page)));
  });
}
