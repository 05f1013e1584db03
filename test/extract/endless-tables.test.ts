import { expect, it } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { extractReport } from "../../indexer/extract/main.ts";
import { NotAReport } from "../../indexer/extract/not-a-report.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";

function read(rows: number): Promise<unknown> {
  const bytes = Buffer.from(
    `<p>石溪镇2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>${"<tr><td>规章<td>0".repeat(rows)}</table>`,
  );
  return extractReport({ bytes, file: "a.html", address: null }, new Gazetteer([])).catch(
    (error: unknown) => error,
  );
}

it("a table of very many rows is read or refused in a sentence", async () => {
  const long = await read(130_000);
  expect(long instanceof Error && !(long instanceof NotAReport)).toBe(false);
  expect(await read(200_001)).toBeInstanceOf(UnreadableFile);
});
