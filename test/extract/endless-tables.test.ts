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

it("second lines of headers that fit in very many ways, but for the last, end", async () => {
  const heads = "<td>结果".repeat(60);
  const halves = "<td>维持".repeat(29);
  const page = `<p>石溪镇2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table><tr>${heads}<tr><td>规章${"<td>1".repeat(59)}<tr>${halves}<td>甲乙</table><p>三、收到和处理政府信息公开申请情况</p><p>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况</p>`;
  const input = { bytes: Buffer.from(page), file: "a.html", address: null };
  expect((await extractReport(input, new Gazetteer([]))).facts).toEqual([]);
});
