import { describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { editions } from "../../demo/generator/editions.ts";
import { printTables } from "../../demo/generator/print-tables.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";
import { layouts } from "./layouts.ts";
import { listNumbers, readText } from "./read-text.ts";
import { printEdition, reportLines, writeTablePage, type Rows } from "./write-table-page.ts";
import { writeReport } from "./write-report.ts";

const header = ["指标名称", "计量单位", "代码", "本期实际", "本年累计"];
const rows: Rows = [
  ["主动公开信息数", "条", "01", "3", "40"],
  ["其中：全文电子化", "条", "02", "2", "39"],
  ["公文类信息数", "条", "03", "1", "9"],
  ["提供服务类信息数", "条", "04", "5", "8"],
  ["申请总数", "条", "05", "6", "7"],
];
const whole = listNumbers(readText(writeTablePage([header, ...rows])));

describe("a row that begins a column too late", () => {
  const shifted: Rows = [header, ...rows.map((row, at) => (at % 2 === 1 ? ["", ...row] : row))];

  it("is read by the cells behind its label, codes aside", () => {
    expect(whole.get("indicators.received.thisYear")).toBe(7);
    expect(listNumbers(readText(writeTablePage(shifted)))).toEqual(whole);
  });

  it("is read where tabs part the cells, and so is the row above it", () => {
    const text = shifted.map((row) => row.join("\t"));
    expect(listNumbers(readText([...reportLines, ...text].join("\n")))).toEqual(whole);
  });

  it("is open where it has a cell too few", () => {
    const short = shifted.map((row) => (row[0] === "" ? row.slice(0, -1) : row));
    const numbers = listNumbers(readText(writeTablePage(short)));
    expect(numbers.get("indicators.serviceInformation.thisYear")).toBeNull();
    expect(numbers.get("indicators.received.thisYear")).toBe(7);
  });
});

describe("second lines of a header below the table", () => {
  const halves = header.map((text) => text.slice(0, 2));
  const orphans = ["名称", "单位", "实际", "累计"];

  it("are put back where there is one way", () => {
    const table = [halves, ...rows, ...orphans.map((text) => [text])];
    expect(listNumbers(readText(writeTablePage(table)))).toEqual(whole);
  });

  it("are put back where they are lines behind flat text", () => {
    const printed = printEdition("2008 Shanghai, 54");
    const table = [halves, ...printed.slice(1), ...orphans.map((text) => [text])];
    const write = (all: Rows): string =>
      [...reportLines, ...all.map((row) => `| ${row.join(" | ")} |`)].join("\n");
    const numbers = listNumbers(readText(write(printed)));
    expect(numbers.size).toBeGreaterThan(100);
    expect(listNumbers(readText(write(table)))).toEqual(numbers);
  });

  it("are left where they do not fit in their order", () => {
    const table = [halves, ...rows, ...orphans.toReversed().map((text) => [text])];
    const numbers = listNumbers(readText(writeTablePage(table)));
    expect(numbers.get("indicators.published.thisYear") ?? null).toBeNull();
  });
});

describe("a number in pieces within its cell", () => {
  const { form } = editions.find((edition) => edition.form.id === "2021") ?? { form: form2021 };
  const prints = new Map(numberAll(form));
  const columns = ["naturalPerson", "business", "research", "nonprofit", "legalService", "other"];

  /** The numbers of 予以公开 where these are printed, the total last. */
  function readRow(cells: readonly string[]) {
    const keys = [...columns, "total"].map((column) => `requests.granted.${column}`);
    keys.forEach((key, at) => prints.set(key, cells[at] ?? ""));
    const html = layouts.find(({ isHtml }) => isHtml);
    const reading = readText(html ? writeReport(form, html, prints) : "");
    const numbers = listNumbers(reading);
    return {
      values: keys.map((key) => numbers.get(key)),
      told: reading.warnings.filter((warning) => warning.includes("予以公开")).length,
    };
  }

  it("is one number where the row adds up so", () => {
    expect(printTables(form, { prints, year: 2022 }).has("requests")).toBe(true);
    expect(readRow(["1 2", "3", "0", "4", "0", "1\n0", "29"])).toEqual({
      values: [12, 3, 0, 4, 0, 10, 29],
      told: 0,
    });
    expect(readRow(["12", "3", "0", "4", "0", "10", "2 9"])).toEqual({
      values: [12, 3, 0, 4, 0, 10, 29],
      told: 0,
    });
  });

  it("is null alone where the row does not, and the others are read", () => {
    expect(readRow(["1 2", "3", "0", "4", "0", "10", "30"])).toEqual({
      values: [null, 3, 0, 4, 0, 10, 30],
      told: 1,
    });
  });

  it("is null where the total is in pieces as well: two rows in one add up too", () => {
    expect(readRow(["1 2", "0", "0", "0", "0", "0", "1 2"])).toEqual({
      values: [null, 0, 0, 0, 0, 0, null],
      told: 1,
    });
  });
});

describe("a table whose last number a line end cuts", () => {
  it("leaves that row open where the next line is not read", () => {
    const text = `${header.join(" ")} ${rows.flat().join(" ")} 现场接待人数 人次 06 7 1`;
    const read = (rest: string): number | null | undefined =>
      listNumbers(readText([...reportLines, text, rest].join("\n"))).get(
        "indicators.visitors.thisYear",
      );
    expect(read("完。")).toBe(1);
    expect(read("5 网上咨询数，人次 + 6。")).toBeNull();
  });
});
