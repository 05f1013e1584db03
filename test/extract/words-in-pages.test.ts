import { describe, expect, it } from "vitest";
import { buildFactKey } from "../../corpus/fact.ts";
import { readHtml } from "../../indexer/extract/page/read-html.ts";
import { findTables } from "../../indexer/extract/tables/find-tables.ts";
import { readFacts, type TableReading } from "../../indexer/extract/tables/read-facts.ts";
import { dropSpace, openPlaces } from "./read-place.ts";

const readPage = (html: string): TableReading => readFacts(findTables(readHtml(html).blocks));

/** What stands at the places of the facts of a page, by their keys; null where a place has no offsets. */
function readPlaces(html: string): ReadonlyMap<string, string | null> {
  const page = `<html><body>${html}</body></html>`;
  const read = openPlaces(Buffer.from(page));
  const { facts } = readPage(page);
  return new Map(facts.map((fact) => [buildFactKey(fact), read(fact)]));
}

/** A table of the disclosure with one row of penalties as its cells are written. */
function writeTable(...cells: readonly string[]): string {
  const row = cells.map((cell) => `<td>${cell}</td>`).join("");
  return `<table><tr><td>第二十条第（六）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr>${row}</tr></table>`;
}

const penalties = "disclosure.penalties.decisions";

describe("the offsets of a number in a cell", () => {
  it.each([
    ["alone", "212", "212"],
    ["between white space and line ends", "\n  <p>\n <span>\u00a0212 </span></p>\n", "212"],
    ["of full width", "<p>２１２</p>", "２１２"],
    ["parted by spans", "<span>2</span><b>1<i>2</i></b>", "212"],
    ["behind what is hidden", '<span style="display:none">999</span>212', "212"],
    ["behind a comment and a script", "<!-- 999 --><script>var a = 999;</script>212", "212"],
    ["behind a template, which no text holds", "<template>999</template>212", "212"],
    ["raised as a whole", "<sup>212</sup>", "212"],
    ["with its unit", "212件", "212件"],
  ])("%s", (_, cell, expected) => {
    expect(readPlaces(writeTable("行政处罚", cell)).get(penalties)).toBe(expected);
  });

  it("are those of each number, where several share it with the label", () => {
    const places = readPlaces(
      "<table><tr><td>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章0０0</td></tr><tr><td>行政规范性文件 7 0 17</td></tr></table>",
    );
    expect([...places.values()].slice(0, 6)).toEqual(["0", "０", "0", "7", "0", "17"]);
  });

  it.each([
    ["nothing is printed", ""],
    ["something hidden lies between its digits", '2<s style="display:none">9</s>12'],
    ["browsers disagree about what stands before it", "<noscript><b>1</b></noscript>212"],
  ])("are not told where %s", (_, cell) => {
    const places = readPlaces(writeTable("行政处罚", cell));
    expect(places.get(penalties)).toBeNull();
  });
});

const rows = ["第二十条第（六）项", "信息内容 本年处理决定数量", "行政许可 12", "行政处罚 212"];

describe("the offsets of a number in a paragraph", () => {
  it.each([
    ["of one line", `<p>${rows.join(" ")}</p>`],
    ["with line breaks", `<div>${rows.join("<br>\n")}</div>`],
    ["with pipes", `<p>${rows.join("<br>").replaceAll(" ", " | ")}</p>`],
    ["that is preformatted, rows with tabs", `<pre>${rows.join("\n").replaceAll(" ", "\t")}</pre>`],
    ["of a value a line", `<p>${rows.join("<br>").replaceAll(" ", "<br>")}</p>`],
    ["of a value a paragraph", `<p>${rows.join("</p><p>").replaceAll(" ", "</p><p>")}</p>`],
    ["with spans", `<p><span>${rows.join("</span><br><b>").replace("212", "2<i>1</i>2")}</p>`],
    ["around other paragraphs", `<div>引言<p>其他 212</p>${rows.join("<br>")}<p>尾</p></div>`],
  ])("%s", (_, html) => {
    const places = readPlaces(html);
    expect([places.get("disclosure.permits.decisions"), places.get(penalties)]).toEqual([
      "12",
      "212",
    ]);
  });

  it("are those of the number itself, not of one like it that stands before", () => {
    const page = `<html><p>第二十条第（六）项 信息内容 本年处理决定数量 行政许可 7 行政处罚 7</p>`;
    const { facts } = readPage(page);
    const starts = facts.map(({ at }) => at.in === "html" && at.start);
    const text = "第二十条第（六）项 信息内容 本年处理决定数量 行政许可 7 行政处罚 7";
    expect(starts.slice(0, 2)).toEqual([text.indexOf("7"), text.lastIndexOf("7")]);
  });

  it("are not told of a row whose numbers are not whose", () => {
    const page = `<html><p>${rows.slice(0, 3).join("<br>")} 3 4<br>行政处罚 212</p>`;
    const { facts } = readPage(page);
    const read = openPlaces(Buffer.from(page));
    const told = facts.filter((fact) => read(fact) !== null);
    expect(told.map((fact) => dropSpace(read(fact) ?? ""))).toEqual(
      told.map(({ raw }) => dropSpace(raw)),
    );
    const permits = facts.find(({ row }) => row === "permits");
    expect(permits).toMatchObject({ value: null });
    expect(permits?.at).not.toHaveProperty("start");
  });

  it("are told of indicators too", () => {
    const page = `<html><p>指标名称 单位 本年度 历年累计<br>主动公开政府信息数 条 312 4015<br>全文电子化的主动公开政府信息数 条 300 4000</p>`;
    const { facts } = readPage(page);
    const read = openPlaces(Buffer.from(page));
    expect(facts.map(read)).toEqual(["312", "4015", "300", "4000"]);
  });
});
