import { load, type CheerioAPI } from "cheerio";
import { createApp } from "../../server/app.ts";
import type { Report } from "../../corpus/report.ts";
import { buildDeps } from "../server/fixtures.ts";

/** The page of a report, as a browser gets it. */
export async function loadReportPage(report: Report, query = ""): Promise<CheerioAPI> {
  const app = createApp(buildDeps({ loadReport: async () => report }));
  const response = await app.request(`/reports/${report.id}${query}`, {
    headers: { accept: "text/html" },
  });
  return load(await response.text());
}

/** How many columns each row of a table takes, cells that reach down from above counted in. */
export function measureRows($: CheerioAPI, table: string): readonly number[] {
  let hanging: readonly number[] = [];
  return $(`${table} tr`)
    .toArray()
    .map((row) => {
      const cells = $(row).children().toArray();
      const own = cells.flatMap((cell) => {
        const rows = Number($(cell).attr("rowspan") ?? 1);
        return Array<number>(Number($(cell).attr("colspan") ?? 1)).fill(rows);
      });
      const width = hanging.length + own.length;
      hanging = [...hanging, ...own].map((rows) => rows - 1).filter((rows) => rows > 0);
      return width;
    });
}
