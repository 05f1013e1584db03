import type { PortalHost } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPage, buildPages, listTruth, servePages } from "./serve-county.ts";
import { listRows, writeListPage } from "./write-list-page.ts";

/** Lists whose other pages only a form leads to. */
export const formLists: readonly ObstacleKind[] = [
  { key: "form-years", behaviour: null, build: listByYear },
];

/** The column shows the newest year; the form above it lets choose the others. */
function listByYear(county: County): ObstacleDraft {
  const pages = buildPages(county, { column: writeYear(county, null) });
  const find = servePages(pages);
  const serve: PortalHost["serve"] = (asked) => {
    const year = asked.url.pathname === columnPath ? asked.url.searchParams.get("year") : null;
    return year === null ? find(asked) : buildPage(writeYear(county, Number(year)));
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

function writeYear(county: County, year: number | null): string {
  const years = county.reports.map((report) => report.year).toReversed();
  const shown = year ?? years[0];
  const reports = county.reports.filter((report) => report.year === shown);
  const options = years.map((one) => `<option value="${one}">${one}年</option>`);
  const foot = `<form action="./" method="get"><input type="hidden" name="id" value="7"><select name="year"><option value="">请选择年度</option>${options.join("")}</select><input type="submit" value="查询"></form>`;
  return writeListPage(county, { rows: listRows({ ...county, reports }), foot });
}
