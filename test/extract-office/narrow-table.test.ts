import { describe, expect, it } from "vitest";
import type { Grid } from "../../indexer/extract/page/page.ts";
import { readWorkbook } from "../../indexer/extract/office/read-workbook.ts";
import { buildWorkbook, writeWorkbook } from "./write-workbook.ts";
import * as XLSX from "@e965/xlsx";

describe("a narrow table on a sheet with a wide one", () => {
  it("has no cells right of its words", async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ["二、主动公开政府信息情况"],
      ["信息内容", "本年制发件数", "现行有效件数"],
      ["规章", 1, 2],
      ["三、收到和处理政府信息公开申请情况"],
      ["自然人", "商业企业", "科研机构", "社会公益组织", "总计"],
      [1, 2, 3, 4, 10],
    ]);
    const page = await readWorkbook(writeWorkbook(buildWorkbook({ 年报: sheet }), "xlsx"));
    const grids = page.blocks.filter((block): block is Grid => block.kind === "grid");
    expect(grids.map(({ rows }) => rows.map((row) => row.length))).toEqual([
      [3, 3],
      [5, 5],
    ]);
  });
});
