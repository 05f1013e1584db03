import { createHash } from "node:crypto";
import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import type { Column, Family, Row } from "../site/site.ts";
import { writeRows } from "../site/write-list.ts";

const column = "/bmxxgk/zfxxgknb/";
const style: ArticleStyle = { container: 'class="zw-content"' };

/** Every department has its own column with a folder for each year, whose page is the report. */
export const yearFolders: Family = {
  name: "folders",
  behaviours: [12],
  column,
  locate: (row) => (row.report ? `${buildFolder(row.agency)}${row.year}n/` : buildPaper(row)),
  write: (page) => writeArticle(page, style),
  list: (site) => ({
    pages: new Map([
      [column, writeDepartments(site)],
      ...listDepartments(site).map(
        (agency) =>
          [
            buildFolder(agency),
            site.frame("政府信息公开年报", `<h2>${agency}</h2>${writeYears(site, agency)}`),
          ] as const,
      ),
    ]),
  }),
};

/** Every department has its own column, whose page renders the newest report and links the others. */
export const inlineColumn: Family = {
  name: "inline",
  behaviours: [12],
  column,
  locate: (row) => {
    if (!row.report) return buildPaper(row);
    const day = row.date.replaceAll("-", "");
    const folder = buildFolder(row.agency);
    return row.isNewest ? folder : `${folder}${day.slice(0, 6)}/t${day}_${row.number}.html`;
  },
  write: (page, { agency }, site) =>
    writeArticle(page, { ...style, above: `<div class="tabs">${writeYears(site, agency)}</div>` }),
  list: (site) => ({ pages: new Map([[column, writeDepartments(site)]]) }),
};

function listDepartments({ rows }: Column): readonly string[] {
  return [...new Set(rows.flatMap(({ agency, report }) => (report ? [agency] : [])))];
}

function writeDepartments(site: Column): string {
  const links = listDepartments(site)
    .map((agency) => `<li><a href="${buildFolder(agency)}">${agency}</a></li>`)
    .join("");
  const papers = site.rows.filter(({ report }) => report === null);
  return site.frame(
    "政府信息公开年报",
    `<h2>部门政府信息公开年报</h2><ul class="units">${links}</ul><h3>相关</h3>${writeRows(papers)}`,
  );
}

function writeYears({ rows }: Column, agency: string): string {
  return rows
    .filter((row) => row.report !== null && row.agency === agency)
    .map(({ path, year }) => `<a href="${path}">${year}年</a>`)
    .join(" ");
}

function buildFolder(agency: string): string {
  const name = createHash("sha256").update(agency).digest("hex").slice(0, 5);
  return `/bmxxgk/d${name}/zfxxgk/zfxxgknb/`;
}

function buildPaper({ date, number }: Pick<Row, "date"> & { readonly number: number }): string {
  return `/bmxxgk/xgjd/${date.slice(0, 7).replace("-", "")}/t${date.replaceAll("-", "")}_${number}.html`;
}
