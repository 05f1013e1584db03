import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreReading } from "../accuracy/score-reading.ts";
import { readWritten } from "../accuracy/read-written.ts";
import { balancePrints } from "../../demo/generator/balance-prints.ts";
import { damages } from "../../demo/generator/damages/damages.ts";
import { editions } from "../../demo/generator/editions.ts";
import { encodings } from "../../demo/generator/encode-text.ts";
import { generatePrints } from "../../demo/generator/generate-prints.ts";
import { layouts, textLayouts } from "../../demo/generator/layouts/layouts.ts";
import { generateReports } from "../../demo/generator/main.ts";
import { listFactKeys } from "../../demo/generator/print-tables.ts";
import {
  dropRows,
  measureWidth,
  placeCells,
  type PrintedTable,
} from "../../demo/generator/printed-table.ts";
import { fictionalPublisher } from "../../demo/generator/report-words.ts";
import { isMet, writeReport } from "../../demo/generator/write-report.ts";

describe("a generated report", () => {
  it.each(editions)("of $name is the same for the same seed and another for another", (edition) => {
    const write = (seed: number): string =>
      textLayouts
        .map((layout) => {
          const [prints = new Map<string, string>()] = generatePrints(edition.form, seed, 1);
          const damage = damages.find((one) => isMet(one, layout)) ?? null;
          return String(writeReport({ edition, prints, damage, seed }, layout).content);
        })
        .join("\n");
    expect(write(7)).toBe(write(7));
    expect(write(8)).not.toBe(write(7));
  });

  it.each(editions)("of $name has a number for every cell of the form", (edition) => {
    const keys = listFactKeys(edition.form);
    expect(new Set(keys).size).toBe(keys.length);
    for (const prints of generatePrints(edition.form, 1, 5))
      expect([...prints.keys()]).toEqual(keys);
  });

  it("adds up where it is balanced", async () => {
    const edition = editions.at(-1);
    if (!edition) throw new Error("There is no form.");
    const [prints = new Map<string, string>()] = generatePrints(edition.form, 3, 1);
    const plain = new Map([...prints.keys()].map((key, at) => [key, String(at % 11)]));
    const balanced = balancePrints(edition.form, plain);
    const written = writeReport({ edition, prints: balanced }, layouts[0] ?? failLayout());
    const reading = await readWritten(Buffer.from(written.content));
    expect(scoreReading(reading, written)).toMatchObject({ missing: 0, wrong: [] });
    expect(reading?.findings.filter(({ verdict }) => verdict === "holds")).not.toEqual([]);
    expect(
      reading?.findings.filter(({ verdict, rule }) => verdict === "fails" && rule.startsWith("T")),
    ).toEqual([]);
  });
});

describe("generated reports", () => {
  const plan = { seed: 4, count: 12, damages };

  it("are the same for the same plan, of several forms and layouts", () => {
    const reports = generateReports(plan);
    expect(generateReports(plan)).toEqual(reports);
    expect(new Set(reports.map(({ layout }) => layout.name)).size).toBeGreaterThan(3);
    expect(new Set(reports.map(({ edition }) => edition.name)).size).toBeGreaterThan(2);
  });

  it("are of their publisher, and read as such", async () => {
    const publisher = { ...fictionalPublisher, place: "云岫县石溪乡", agency: "石溪乡人民政府" };
    for (const { content, title } of generateReports({ ...plan, damages: [], publisher })) {
      expect(title).toContain("云岫县石溪乡");
      const reading = await readWritten(Buffer.from(content));
      expect(reading?.title).toBe(title);
      expect(reading?.agency?.printed).toContain(publisher.place);
    }
  });
});

describe("a score", () => {
  it("tells what is read, missing, wrong and untold", async () => {
    const [edition] = editions.slice(-1);
    if (!edition) throw new Error("There is no form.");
    const [prints = new Map<string, string>()] = generatePrints(edition.form, 5, 1);
    const [layout = failLayout()] = textLayouts;
    const written = writeReport({ edition, prints }, layout);
    const reading = await readWritten(Buffer.from(written.content));
    if (!reading) throw new Error("The report was refused.");
    const facts = reading.facts.map((fact, at) => {
      if (at === 0) return { ...fact, value: (fact.value ?? 0) + 1 };
      return at === 1 ? { ...fact, value: null } : fact;
    });
    const told = scoreReading({ ...reading, facts, warnings: ["“规章”一行未取值。"] }, written);
    expect(told).toMatchObject({ missing: 1, silent: 0, read: facts.length - 2 });
    expect(told.wrong).toHaveLength(1);
    const other = ["“行政许可”一行未取值。", "没有找到章节标题，全文作为前言保存。"];
    for (const warnings of [[], other])
      expect(scoreReading({ ...reading, facts, warnings }, written).silent).toBe(1);
    const counted = ["有 1 处文字或数字无法辨认，以 \ufffd 代替。"];
    expect(scoreReading({ ...reading, facts, warnings: counted }, written).silent).toBe(0);
  });

  it("counts as wrong a number under a row that was never printed", async () => {
    const [edition] = editions.slice(-1);
    if (!edition) throw new Error("There is no form.");
    const [prints = new Map<string, string>()] = generatePrints(edition.form, 5, 1);
    const written = writeReport({ edition, prints }, layouts[0] ?? failLayout());
    const reading = await readWritten(Buffer.from(written.content));
    const fact = reading?.facts.find(({ row }) => row === "granted");
    if (!reading || !fact) throw new Error("The row was not read.");
    const score = (label: string, labels = written.labels) => {
      const facts = [...reading.facts, { ...fact, row: label, label }];
      return scoreReading({ ...reading, facts }, { prints, labels }).wrong.length;
    };
    expect(score("本年度办理（一）予以公开")).toBe(1);
    expect(score("予以公开情况")).toBe(1);
    expect(score("予以公开情况", [...written.labels, "（八）予以公开情况"])).toBe(0);
  });
});

describe("a printed table", () => {
  const table: PrintedTable = [
    [
      { text: "甲", role: "group", rowspan: 3 },
      { text: "乙", role: "label", colspan: 2 },
    ],
    [
      { text: "丙", role: "label" },
      { text: "1", role: "value" },
    ],
    [
      { text: "丁", role: "label" },
      { text: "2", role: "value" },
    ],
  ];

  it("has its cells in the columns that spans leave", () => {
    expect(placeCells(table).map((row) => row.map(({ at }) => at))).toEqual([
      [0, 1],
      [1, 2],
      [1, 2],
    ]);
    expect(measureWidth(table)).toBe(3);
  });

  it("without a row is shorter by it", () => {
    const shorter = dropRows(table, (_, at) => at !== 1);
    expect(shorter).toHaveLength(2);
    expect(shorter[0]?.[0]?.rowspan).toBe(2);
  });
});

describe("docs/accuracy.md", () => {
  const text = readFileSync(join(import.meta.dirname, "..", "..", "docs", "accuracy.md"), "utf8");

  it.each([...layouts, ...damages].map(({ name }) => name))("has both rows of %s", (name) => {
    expect(text.split("\n").filter((line) => line.startsWith(`| ${name} |`))).toHaveLength(2);
  });

  it("has every form and encoding", () => {
    for (const { name } of editions) expect(text).toContain(` ${name} |`);
    for (const encoding of encodings) expect(text).toContain(`| ${encoding} |`);
  });
});

function failLayout(): never {
  throw new Error("There is no layout.");
}
