import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeDocx } from "../files/write-docx.ts";
import { writePdf } from "../files/write-pdf.ts";
import { writeArticle } from "../site/write-article.ts";
import type { Column, Family, Row } from "../site/site.ts";
import type { DemoPage } from "../../build-page.ts";
import { plain } from "./plain.ts";

const folder = join(import.meta.dirname, "../files/kept");

/** The first two reports of the portal as Word 97 keeps documents, and WPS too: OLE files, which only a program writes. */
export const keptFiles = ["report.doc", "report.wps"] as const;

interface KeptFile {
  readonly ending: string;
  readonly type: string;
  readonly words: string;
  readonly make: (page: DemoPage) => Uint8Array;
}

/** What the page of each report leads to: one OLE file, another, then the same report as Word and as PDF. */
const ways: readonly (readonly KeptFile[])[] = [
  ...keptFiles.map((name): readonly KeptFile[] => [
    {
      ending: name.slice(name.indexOf(".")),
      type: "application/msword",
      words: "附件：年度报告",
      make: () => readFileSync(join(folder, name)),
    },
  ]),
  [
    {
      ending: ".docx",
      type: "application/octet-stream",
      words: "【下载Word】",
      make: writeDocx,
    },
    { ending: ".pdf", type: "application/pdf", words: "【下载PDF】", make: writePdf },
  ],
];

/** Reports whose tables stand in files alone: documents of Word 97 and WPS, and two files of one page. */
export const keptFamily: Family = {
  ...plain,
  name: "kept",
  behaviours: [19],
  write: (page, row, column) => {
    const links = listFiles(row, column).map(
      ({ path, words }) => `<a href="${path}" target="_blank">${words}</a>`,
    );
    const blocks = page.blocks.filter(({ is }) => is !== "table");
    const style = { container: 'class="article-content"', below: `<p>${links.join(" ")}</p>` };
    return writeArticle({ ...page, blocks }, style);
  },
  attach: (row, column) => {
    const page = row.report?.page;
    if (!page) return [];
    return listFiles(row, column).map(({ path, type, make }) => ({
      path,
      make: () => ({
        status: 200,
        headers: [
          ["Content-Type", type],
          ["Content-Disposition", `attachment; filename*=UTF-8''${writeName(page, path)}`],
        ],
        body: make(page),
      }),
    }));
  },
};

/** As newer systems tell it, by RFC 5987. */
function writeName({ report }: DemoPage, path: string): string {
  return encodeURIComponent(report.title + path.slice(path.lastIndexOf(".")));
}

function listFiles({ path, report }: Row, { plan }: Column) {
  const at = plan.reports.findIndex((own) => own === report);
  const number = /(\d+)\.html$/u.exec(path)?.[1] ?? "0";
  return (ways[at] ?? []).map((file) => ({ ...file, path: `/files/${number}${file.ending}` }));
}
