import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forms } from "../../corpus/forms/forms.ts";
import { listDemoFiles } from "../../demo/list-demo.ts";
import { layouts } from "../extract/layouts.ts";
import { writeReport } from "../extract/write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";
import { buildOddBody } from "../extract-office/odd-document.ts";
import { buildSampleReport } from "../extract-office/sample-report.ts";
import { buildDocx, writeReportBody } from "../extract-office/write-docx.ts";
import {
  buildReportSheet,
  buildWorkbook,
  writeWorkbook,
} from "../extract-office/write-workbook.ts";
import { buildOfd, writeReportPages } from "../extract-ofd/write-ofd.ts";
import { drawTable, drawText, writePdf } from "../extract-pdf/write-pdf.ts";

/** A sound file to be damaged. */
export interface Original {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const fixtures = join(import.meta.dirname, "../fixtures/office");
/** Real reports lie beside the project where it is developed. */
const real = join(import.meta.dirname, "../../../shared/corpus");

/** Files of every type that is read, from every writer we have. */
export function listOriginals(): readonly Original[] {
  const written = forms.flatMap((form) =>
    layouts.map((layout, at) => ({
      name: `${form.id}-${at}.${layout.isHtml ? "html" : "txt"}`,
      bytes: Buffer.from(writeReport(form, layout, numberAll(form))),
    })),
  );
  const demo = listDemoFiles().map(({ file }) => load(file));
  const odd = readdirSync(fixtures)
    .filter((name) => /\.(?:doc|xls)$/u.test(name))
    .map((name) => load(join(fixtures, name)));
  const reports = existsSync(real)
    ? readdirSync(real)
        .filter((name) => /\.(?:txt|pdf)$/u.test(name))
        .map((name) => load(join(real, name)))
    : [];
  return [...written, ...demo, ...odd, ...writeDocuments(), ...reports];
}

function load(file: string): Original {
  return { name: file, bytes: readFileSync(file) };
}

function writeDocuments(): readonly Original[] {
  const report = buildSampleReport("2021", 1);
  const { body, parts } = buildOddBody();
  const book = buildWorkbook({ 表: buildReportSheet(report) });
  return [
    { name: "report.docx", bytes: buildDocx(writeReportBody(report)) },
    { name: "odd.docx", bytes: buildDocx(body, parts) },
    { name: "report.xlsx", bytes: writeWorkbook(book, "xlsx") },
    { name: "report.xls", bytes: writeWorkbook(book, "biff8") },
    { name: "report.xml", bytes: writeWorkbook(book, "xlml") },
    { name: "report.ofd", bytes: buildOfd(writeReportPages(report)) },
    { name: "tables.pdf", bytes: writePdf({ pages: [drawPage(1), drawPage(2)] }) },
  ];
}

function drawPage(number: number): { readonly content: string } {
  const texts = [
    ["信息内容", "本年制发件数"],
    ["规章", String(number)],
  ];
  const title = drawText("云岫县青禾镇2024年政府信息公开工作年度报告", { x: 90, y: 780, size: 16 });
  return { content: title + drawTable({ xs: [60, 200, 300], ys: [700, 680, 660], texts }) };
}
