// Writes the binary files of test/fixtures/office anew: reports and odd documents as DOCX and XLSX, which
// LibreOffice turns into the formats of Word and Excel 97. How to run it stands in the README beside them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOddBody } from "./odd-document.ts";
import { buildSampleReport } from "./sample-report.ts";
import { buildDocx, writeReportBody } from "./write-docx.ts";
import { buildReportSheet, buildWorkbook, writeWorkbook } from "./write-workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "fixtures-"));
const target = join(import.meta.dirname, "..", "fixtures", "office");
const reports = [
  { name: "report-2019", report: buildSampleReport("2019", 2019) },
  { name: "report-2021", report: buildSampleReport("2021", 2021) },
];

for (const { name, report } of reports) {
  writeFileSync(join(folder, `${name}.docx`), buildDocx(writeReportBody(report)));
  const book = buildWorkbook({ 年报: buildReportSheet(report) });
  writeFileSync(join(folder, `${name}.xlsx`), writeWorkbook(book, "xlsx"));
}
const { body, parts } = buildOddBody();
writeFileSync(join(folder, "odd.docx"), buildDocx(body, parts));

convert("doc:MS Word 97", ["report-2019.docx", "report-2021.docx", "odd.docx"]);
convert("xls:MS Excel 97", ["report-2021.xlsx"]);
rmSync(folder, { recursive: true });

function convert(format: string, names: readonly string[]): void {
  const files = names.map((name) => join(folder, name));
  execFileSync("soffice", ["--headless", "--convert-to", format, "--outdir", target, ...files]);
}
