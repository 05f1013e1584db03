import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { assertMarkupBounds } from "../../indexer/extract/page/assert-markup-bounds.ts";
import { buildSelector } from "../../indexer/extract/page/build-selector.ts";
import { normalizeSpace } from "../../indexer/extract/page/normalize-space.ts";
import type { Page } from "../../indexer/extract/page/page.ts";
import { readHtml } from "../../indexer/extract/page/read-html.ts";
import { readPlainText } from "../../indexer/extract/page/read-plain-text.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";

/** Lines as text, grids as rows of `text@column` by the column of the grid. */
function outline({ blocks }: Pick<Page, "blocks">): readonly unknown[] {
  return blocks.map((block) =>
    block.kind === "line"
      ? block.text
      : block.rows.map((cells) =>
          cells.map(({ text, gridColumn }) => `${text}@${gridColumn}`).join(" "),
        ),
  );
}

describe("a page", () => {
  it("is read as the lines that a reader sees", () => {
    const html =
      "<h1>题 目</h1><div>一<b>二</b><br>三<p>四</p>五</div><ul><li>六</li><li>七</li></ul><pre>八\n九</pre>";
    expect(outline(readHtml(html))).toEqual([
      "题 目",
      "一二",
      "三",
      "四",
      "五",
      "六",
      "七",
      "八",
      "九",
    ]);
  });

  it("leaves out what is not shown and what only navigates", () => {
    const html =
      "<head><title>t</title><style>a{}</style></head><nav>导航</nav><p>文<script>x</script><!-- y --></p><footer>尾</footer><select><option>选</option></select>";
    expect(outline(readHtml(html))).toEqual(["文"]);
  });

  it("keeps its title and meta", () => {
    const page = readHtml(
      '<title> 石溪\n镇 </title><meta name="PubDate" content="2024-01-02"><p>x</p>',
    );
    expect([page.title, page.meta.get("pubdate")]).toEqual(["石溪镇", "2024-01-02"]);
  });

  it("has the article as body where it is marked", () => {
    const article = `<p>${"公开信息。".repeat(60)}</p>`;
    const page = readHtml(`<p>栏目</p><div id="zoom">${article}</div><p>相关</p>`);
    expect(page.body).toHaveLength(1);
    expect(page.blocks).toHaveLength(3);
    expect(readHtml(`<p>栏目</p><div id="zoom"><p>短</p></div>${article}`).body).toHaveLength(3);
  });

  it("has the whole page as body where the article lacks the tables", () => {
    const text = "公开信息。".repeat(60);
    const table = "<table><tr><td>行政规范性文件</td><td>0</td></tr></table>";
    expect(readHtml(`<div id="zoom">${text}</div>${table}`).body).toHaveLength(2);
  });
});

describe("a table", () => {
  it("is read with its spans resolved", () => {
    const html =
      '<table><tr><td rowspan="2" colspan="2">A</td><td>B</td></tr><tr><td>C</td></tr><tr><td>D</td><td colspan="9">E</td></tr></table>';
    expect(outline(readHtml(html))).toEqual([["A@0 B@2", "C@2", "D@0 E@1"]]);
  });

  it("that lays out the page is read as its text", () => {
    expect(
      outline(
        readHtml(
          "<table><tr><td>甲<table><tr><td>1</td><td>2</td></tr></table></td><td>乙</td></tr></table>",
        ),
      ),
    ).toEqual(["甲", ["1@0 2@1"], "乙"]);
    expect(outline(readHtml("<table><tr><td>独</td></tr></table>"))).toEqual(["独"]);
    const prose = "长".repeat(700);
    expect(outline(readHtml(`<table><tr><td>${prose}</td><td>乙</td></tr></table>`))).toEqual([
      prose,
      "乙",
    ]);
  });

  it("takes spans that are no numbers, or absurd, as they can be", () => {
    const html =
      '<table><tr><td colspan="0" rowspan="x">A</td><td rowspan="99999999">B</td></tr><tr><td>C</td></tr></table>';
    expect(outline(readHtml(html))).toEqual([["A@0 B@1", "C@0"]]);
  });
});

describe("a selector", () => {
  it("finds the paragraph that an inline element stands in", () => {
    const $ = load("<div><p>a</p><p id=x>b<span><b>c</b></span></p></div>");
    const bold = $("b").get(0);
    const selector = bold ? buildSelector(bold, new Map()) : "";
    expect($(selector).attr("id")).toBe("x");
  });
});

describe("flat text", () => {
  it("keeps the offsets of its lines, whatever ends them, and tabs", () => {
    const text = "\uFEFF甲 \r\n\r\n  乙\t0\r丙\u2028丁";
    const { blocks } = readPlainText(text);
    expect(outline({ blocks })).toEqual(["甲", "乙\t0", "丙", "丁"]);
    for (const { origin, ...block } of blocks.filter((block) => block.kind === "line"))
      expect(origin.in === "text" && text.slice(origin.start, origin.end)).toBe(block.text);
  });
});

describe("white space", () => {
  it.each([
    ["  政府 \n  信息  ", "政府信息"],
    ["a \n b", "a b"],
    ["商业 企业", "商业 企业"],
    ["2024\u00a0年\u3000度", "2024 年 度"],
    ["", ""],
  ])("%j", (text, expected) => {
    expect(normalizeSpace(text)).toBe(expected);
  });
});

describe("the bounds of markup", () => {
  it.each([
    "<div>".repeat(5_000),
    `<table>${"<i>x</i>".repeat(30_000)}`,
    `<p ${"a ".repeat(9_000)}>`,
    `${"<b>".repeat(500)}${"<p>x".repeat(20_000)}`,
  ])("refuse %.12s…", (html) => {
    expect(() => assertMarkupBounds(html)).toThrow(UnreadableFile);
  });

  it("allow long pages of ordinary markup, scripts and comments", () => {
    const rows = "<tr><td><p><span style='a'>0</span></p></td></tr>".repeat(5_000);
    const script = `<script>${'"<div>" + '.repeat(10_000)}1</script><!--${"<div>".repeat(10_000)}-->`;
    expect(() => assertMarkupBounds(`<table>${rows}</table>${script}`)).not.toThrow();
    expect(() => assertMarkupBounds("a < b > c <")).not.toThrow();
  });
});
