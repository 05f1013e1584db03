import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkSheet } from "@e965/xlsx";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../indexer/extract/office/read-workbook.ts";
import { buildOle } from "./build-ole.ts";
import { readSampleFacts, sortFacts } from "./read-sample-facts.ts";
import { buildSampleReport } from "./sample-report.ts";
import { listLines, showGrids } from "./show-page.ts";
import { buildReportSheet, buildWorkbook, writeWorkbook } from "./write-workbook.ts";

const kinds = ["overview", "disclosure", "requests", "disputes", "problems", "other"];

/** A sheet whose cells are given by address. */
function buildSheet(cells: WorkSheet, range: string, more: Partial<WorkSheet> = {}): WorkSheet {
  return { ...cells, "!ref": range, ...more };
}

/** A workbook with one sheet whose XML is given. */
function writeSheetXml(content: string): Uint8Array {
  const files = unzipSync(writeWorkbook(buildWorkbook({ 表: buildSheet({}, "A1") }), "xlsx"));
  const head = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const root = /<worksheet[^>]*>/u.exec(head)?.[0] ?? "";
  const sheet = strToU8(`${root}${content}</worksheet>`);
  return zipSync({ ...files, "xl/worksheets/sheet1.xml": sheet });
}

async function readSheet(sheet: WorkSheet): Promise<readonly (readonly string[])[]> {
  const page = await readWorkbook(writeWorkbook(buildWorkbook({ 表: sheet }), "xlsx"));
  return showGrids(page.blocks);
}

describe("reading workbooks", () => {
  it.each([
    ["xlsx", "2019"],
    ["xlsx", "2021"],
    ["biff8", "2019"],
    ["biff8", "2021"],
    ["xlml", "2021"],
    ["html", "2019"],
    ["html", "2021"],
  ] as const)("finds every number in %s of form %s", async (type, form) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const report = buildSampleReport(form, seed);
        const book = buildWorkbook({ Sheet1: buildReportSheet(report) });
        const reading = readSampleFacts(await readWorkbook(writeWorkbook(book, type)));
        expect(sortFacts(reading.facts)).toEqual(sortFacts(report.facts));
        expect(reading).toMatchObject({ form, title: report.title, sections: kinds });
      }),
      { numRuns: 2 },
    );
  });

  it("finds every number in a workbook that LibreOffice wrote", async () => {
    const bytes = readFileSync(
      join(import.meta.dirname, "..", "fixtures", "office", "report-2021.xls"),
    );
    const report = buildSampleReport("2021", 2021);
    const reading = readSampleFacts(await readWorkbook(bytes));
    expect(sortFacts(reading.facts)).toEqual(sortFacts(report.facts));
    expect(reading).toMatchObject({ form: "2021", title: report.title, sections: kinds });
  });

  it("tells the sheet and the cell of every word", async () => {
    const sheet = buildReportSheet(buildSampleReport("2021", 1));
    const page = await readWorkbook(writeWorkbook(buildWorkbook({ 年报: sheet }), "xlsx"));
    const origins = page.blocks.flatMap((block) =>
      block.kind === "line"
        ? [{ text: block.text, origin: block.origin }]
        : block.rows.flat().map(({ text, origin }) => ({ text, origin })),
    );
    expect(origins.length).toBeGreaterThan(200);
    for (const { text, origin } of origins) {
      const { in: kind, sheet: name, cell } = origin as unknown as Record<string, string>;
      expect([kind, name]).toEqual(["sheet", "年报"]);
      const held = sheet[cell ?? ""] as { readonly v: string | number } | undefined;
      expect(text).toBe(String(held?.v ?? ""));
    }
  });

  it("reads every visible sheet, with the sheet's name where it is a heading", async () => {
    const book = buildWorkbook({
      说明: buildSheet({ A1: { t: "s", v: "填表说明" } }, "A1"),
      "二、主动公开政府信息情况": buildSheet(
        { A1: { t: "s", v: "规章" }, B1: { t: "n", v: 3 } },
        "A1:B1",
      ),
      底稿: buildSheet({ A1: { t: "s", v: "草稿" } }, "A1"),
    });
    book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
    const page = await readWorkbook(writeWorkbook(book, "xlsx"));
    expect(listLines(page)).toEqual(["填表说明", "二、主动公开政府信息情况"]);
    expect(showGrids(page.blocks)).toEqual([["0:规章", "1:3"]]);
    expect(page.warnings).toEqual(["工作表“底稿”是隐藏的，未读取。"]);
  });

  it("leaves hidden rows and columns out, and shows merged cells that begin in them", async () => {
    const sheet = buildSheet(
      {
        A1: { t: "s", v: "甲" },
        B1: { t: "s", v: "乙" },
        C1: { t: "s", v: "丙" },
        A2: { t: "s", v: "合并" },
        B2: { t: "n", v: 1 },
        C2: { t: "n", v: 2 },
        B3: { t: "n", v: 3 },
        C3: { t: "n", v: 4 },
      },
      "A1:C3",
      {
        "!merges": [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }],
        "!rows": [{}, { hidden: true }, {}],
        "!cols": [{}, {}, { hidden: true }],
      },
    );
    const page = await readWorkbook(writeWorkbook(buildWorkbook({ 表: sheet }), "xlsx"));
    expect(showGrids(page.blocks)).toEqual([
      ["0:甲", "1:乙"],
      ["0:合并", "1:3"],
    ]);
    expect(page.warnings).toEqual(["工作表“表”中隐藏的行或列未读取。"]);
  });

  it.each([
    [{ v: 59_237.2449, z: "0.0000" }, "59237.2449"],
    [{ v: 1_234_567, z: "#,##0" }, "1,234,567"],
    [{ v: 0.125, z: "0.0%" }, "12.5%"],
    [{ v: 0, z: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ' }, "0"],
    [{ v: 0, z: "0;-0;;@" }, "0"],
    [{ v: 12, z: '0"件"' }, "12件"],
    [{ v: -6, z: "0_);(0)" }, "-6"],
    [{ v: 202_501_010_001, z: "General" }, "202501010001"],
    [{ v: 0.1 + 0.2, z: "General" }, "0.3"],
    [{ v: 12_345, z: "0.00E+00" }, "12345"],
    [{ v: 0.5, z: "# ?/?" }, "0.5"],
    [{ v: 44_927, z: 'yyyy"年"m"月"d"日"' }, "2023年1月1日"],
    [{ v: 44_927, z: "m/d/yy" }, "2023-01-01"],
  ])("prints %j", async (cell, printed) => {
    const sheet = buildSheet({ A1: { t: "s", v: "甲" }, B1: { t: "n", ...cell } }, "A1:B1");
    expect(await readSheet(sheet)).toEqual([["0:甲", `1:${printed}`]]);
  });

  it("says where a cell shows less than it holds", async () => {
    const sheet = buildSheet(
      { A1: { t: "s", v: "收费" }, B1: { t: "n", v: 59_237.2449, z: "0.00" } },
      "A1:B1",
    );
    const page = await readWorkbook(writeWorkbook(buildWorkbook({ 表: sheet }), "xlsx"));
    expect(showGrids(page.blocks)).toEqual([["0:收费", "1:59237.24"]]);
    expect(page.warnings).toEqual(["工作表“表”的 B1 显示 59237.24，实为 59237.2449。"]);
  });

  it("keeps blank cells between and beside others", async () => {
    const text = (v: string): object => ({ t: "s", v });
    const sheet = buildSheet(
      {
        A1: text("甲"),
        B1: text("乙"),
        D1: text("丁"),
        A2: text("一"),
        D2: text("4"),
        A3: text("二"),
        B3: text("2"),
      },
      "A1:D3",
    );
    expect(await readSheet(sheet)).toEqual([
      ["0:甲", "1:乙", "2:丁"],
      ["0:一", "1:", "2:4"],
      ["0:二", "1:2", "2:"],
    ]);
  });

  it("says that rows after the 20,000th were not read", async () => {
    const row = (at: number): string => `<row r="${at}"><c r="A${at}"><v>${at}</v></c></row>`;
    const page = await readWorkbook(
      writeSheetXml(`<sheetData>${row(1)}${row(20_000)}${row(20_001)}</sheetData>`),
    );
    expect(listLines(page)).toEqual(["1", "20000"]);
    expect(page.warnings).toEqual(["工作表“表”行数过多，后面的行未读取。"]);
  });

  it("is not slowed by cells far away and merges over everything", async () => {
    const far =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="19000"><c r="XFD19000"><v>7</v></c><c r="B19000"><v>8</v></c></row></sheetData>';
    const merges = '<mergeCell ref="C1:XFD18999"/>'.repeat(5_000);
    const page = await readWorkbook(writeSheetXml(`${far}<mergeCells>${merges}</mergeCells>`));
    expect(showGrids(page.blocks)).toEqual([
      ["0:1", "1:2"],
      ["0:", "1:8", "2:7"],
    ]);
  });
});

describe("workbooks of before 1997", () => {
  it("reads texts in the charset of the machine", async () => {
    const sheet = buildSheet({ A1: { t: "s", v: "########" }, B1: { t: "n", v: 7 } }, "A1:B1");
    const old = Buffer.from(writeWorkbook(buildWorkbook({ Sheet1: sheet }), "biff5"));
    // The writer knows no Chinese charset: the text is put in, and the record that names the charset.
    Buffer.from("b9e6d5c2cec4bcfe", "hex").copy(old, old.indexOf("########"));
    old.writeUInt16LE(936, old.indexOf(Buffer.from("42000200", "hex")) + 4);
    expect(showGrids((await readWorkbook(old)).blocks)).toEqual([["0:规章文件", "1:7"]]);
  });
});

describe("workbooks that cannot be read", () => {
  const password = /protected by a password; save it without one/u;
  const book = buildWorkbook({ 表: buildSheet({ A1: { t: "s", v: "甲" } }, "A1") });

  it("names a password", async () => {
    const biff = new Uint8Array(4_100);
    biff.set([0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2f, 0, 2, 0, 1, 0]);
    await expect(readWorkbook(buildOle({ Workbook: biff }))).rejects.toThrow(password);
    const wrapped = buildOle({ EncryptedPackage: new Uint8Array(5_000) });
    await expect(readWorkbook(wrapped)).rejects.toThrow(password);
  });

  it("refuses what is cut off or no workbook", async () => {
    const [xlsx, xls] = [writeWorkbook(book, "xlsx"), writeWorkbook(book, "biff8")];
    await expect(readWorkbook(xlsx.subarray(0, 3_000))).rejects.toThrow(/cut off/u);
    await expect(readWorkbook(xls.subarray(0, 1_000))).rejects.toThrow(/damaged|cut off/u);
    await expect(readWorkbook(Buffer.from("%PDF-1.4"))).rejects.toThrow(/no workbook/u);
    await expect(readWorkbook(zipSync({ "a.xml": strToU8("<a/>") }))).rejects.toThrow(/damaged/u);
  });

  it("refuses a sheet that unpacks to 100 MB", async () => {
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const bomb = writeSheetXml(`<sheetData>${row.repeat(2_500_000)}</sheetData>`);
    await expect(readWorkbook(bomb)).rejects.toThrow(/unpack/u);
  });
});
