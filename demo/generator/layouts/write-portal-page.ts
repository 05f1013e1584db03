import type { DemoPage } from "../../build-page.ts";
import type { PrintedReport } from "../printed-report.ts";
import type { PrintedTable } from "../printed-table.ts";

/** How the demo writes pages of a portal's system. */
export type PortalWriter = (page: DemoPage) => string;

/** A report on a page of a portal, in the markup that the demo writes. */
export function writePortalPage(report: PrintedReport, write: PortalWriter): string {
  const { words, edition, blocks } = report;
  const { agency, place, issuer, siteName, host } = words.publisher;
  return write({
    agency: {
      key: "generated",
      name: agency,
      division: place,
      issuer,
      siteName,
      host,
      reports: [],
    },
    report: {
      year: words.year,
      form: edition.form.id,
      layout: "trs",
      charset: "utf-8",
      title: words.title,
      published: words.published,
      indexNumber: words.indexNumber,
      preamble: [],
      sections: [],
      numbers: {},
    },
    blocks: blocks.map((block) =>
      block.is === "table" ? { is: "table", grid: buildGrid(block.table) } : block,
    ),
  });
}

function buildGrid(table: PrintedTable) {
  return table.map((row) =>
    row.map(({ text, colspan = 1, rowspan = 1 }) => ({ text, columns: colspan, rows: rowspan })),
  );
}
