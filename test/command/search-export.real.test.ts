import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportSchema } from "../../search/export/export-row.ts";
import { runGongkaiProcess } from "../gongkai-process.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-export-"));
const data = join(folder, "data");
const reports = join(import.meta.dirname, "../../demo/reports");
const files = ["luoxia-2023.txt", "shigudu-2023.txt"].map((name) => join(reports, name));

beforeAll(async () => {
  const imported = await runGongkaiProcess(["import", ...files], data);
  if (imported.code !== 0) throw new Error(imported.err);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: readonly string[]) => runGongkaiProcess(["search", ...words], data);

test("writes what is counted to a file, the copied passage of two bodies among it", async () => {
  const file = join(folder, "copied.json");
  const { code, err } = await run("copied:与其他机关雷同 改进", "--export", file);
  expect([code, err]).toEqual([0, expect.stringContaining("2 个章节")]);
  const { sections, total, exact } = exportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  expect([total, exact]).toEqual([2, true]);
  expect(sections.map(({ agency, section }) => [agency, section])).toEqual([
    ["落霞镇人民政府", "problems"],
    ["石鼓渡乡人民政府", "problems"],
  ]);
  for (const { text, captured } of sections) {
    expect(text).toContain("换届以后村务信息常常一个季度才贴一次");
    expect(captured).toMatch(/^20\d\d-/);
  }
});

test("writes CSV, nothing where nothing is found, and no file of another kind", async () => {
  const csv = join(folder, "all.csv");
  expect((await run("", "--year", "2023", "--export", csv)).code).toBe(0);
  const text = readFileSync(csv, "utf8");
  expect(text.startsWith("\uFEFF报告编号,")).toBe(true);
  expect(text).toContain("石鼓渡乡人民政府");
  expect((await run("无人写过的话", "--export", join(folder, "none.csv"))).code).toBe(1);
  expect(existsSync(join(folder, "none.csv"))).toBe(false);
  const wrong = await run("改进", "--export", join(folder, "all.xlsx"));
  expect([wrong.code === 0, wrong.err]).toEqual([false, expect.stringContaining(".csv or .json")]);
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});
