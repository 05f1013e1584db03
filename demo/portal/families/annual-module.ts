import { createHash } from "node:crypto";
import { writeArticle } from "../site/write-article.ts";
import { type Column, type Family, type RowPlan, serveMarkup } from "../site/site.ts";
import { writeRows } from "../site/write-list.ts";
import { hanwebStyle } from "./hanweb-dataproxy.ts";

const module = "/module/xxgk/xxgkAnnualReport.jsp";
/** Without a year the module shows its choice of organisations and years. */
const column = `${module}?area=1199000000001000XQ`;

/** Hanweb's module of annual reports: an address for every organisation and year, 暂无 where there is no report. */
export const annualModule: Family = {
  name: "annual",
  behaviours: [4],
  column,
  locate: (row) =>
    row.report === null
      ? `/art/2024/2/1/art_1229500_${row.number}.html`
      : `${module}?area=${buildArea(row.agency)}&fbtime=${row.year}`,
  write: (page, _, site) =>
    writeArticle(page, {
      ...hanwebStyle,
      above: `${writeChoice(site)}<div class="voice">点击收听年报语音朗读</div>`,
    }),
  list: (portal) => ({
    pages: new Map([
      [column, portal.frame("政府信息公开年报", `${writeChoice(portal)}${writePapers(portal)}`)],
    ]),
    answer: ({ url }) => {
      const query = url.searchParams;
      const [area, year] = [query.get("area"), query.get("fbtime")];
      if (url.pathname !== module || year === null) return null;
      const isHeld = portal.rows.some(
        (row) => row.report && buildArea(row.agency) === area && String(row.year) === year,
      );
      // The report itself is one of the pages.
      return isHeld ? null : serveMarkup(portal.frame("年度报告", `<div class="none">暂无</div>`));
    },
  }),
};

/** The code of an organisation: 18 digits and letters that its name fixes. */
function buildArea(agency: RowPlan["agency"]): string {
  const digits = BigInt(`0x${createHash("sha256").update(agency).digest("hex").slice(0, 12)}`);
  return `1199${String(digits).padStart(14, "0").slice(-13)}Q`;
}

function writeChoice({ rows }: Column): string {
  const agencies = [...new Set(rows.flatMap(({ agency, report }) => (report ? [agency] : [])))];
  const years = rows.flatMap(({ year, report }) => (report ? [year] : []));
  const from = Math.min(...years) - 2;
  const all = Array.from({ length: Math.max(...years) - from + 1 }, (_, at) => from + at);
  return `<form><select name="area">${agencies.map((agency) => `<option value="${buildArea(agency)}">${agency}</option>`).join("")}</select>
<select name="fbtime">${all.map((year) => `<option value="${year}">${year}年</option>`).join("")}</select></form>
<script>function show(){ location.href = "${module}?area=" + area.value + "&fbtime=" + fbtime.value; }</script>`;
}

function writePapers({ rows }: Column): string {
  const papers = rows.filter(({ report }) => report === null);
  return `<div class="others"><h3>相关</h3>${writeRows(papers)}</div>`;
}
