import { createCanvas } from "@napi-rs/canvas";
import * as XLSX from "@e965/xlsx";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import type { Place } from "../../corpus/fact.ts";
import { findChineseFont } from "../../viewer/canvas-factory.ts";
import { showOriginal } from "../../viewer/show-original.ts";
import { buildWorkbook, writeWorkbook } from "../extract-office/write-workbook.ts";
import { drawText, writePdf, type WrittenPage } from "../extract-pdf/write-pdf.ts";
import { readMark } from "./read-mark.ts";

const cell = { table: 0, row: 0, column: 0 } as const;
const address = "/reports/x/original/view?digest=0&fact=a.b.c";
const show = (bytes: Uint8Array, at: Place | null, page: number | null = null): Promise<string> =>
  showOriginal({ bytes, at, page, address });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const readBox = (html: string): readonly number[] =>
  (load(html)("#cell").attr("style") ?? "")
    .split(";")
    .map((part) => Number.parseFloat(part.split(":")[1] ?? ""));

describe("every shown original", () => {
  test("forbids scripts and loading by itself", async () => {
    const $ = load(await show(encode("<html><body><p>公开</p></body></html>"), null));
    const policy = $("meta[http-equiv='Content-Security-Policy']").attr("content");
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect($("script, link, base, iframe").length).toBe(0);
  });

  test("says so where the place is not in it", async () => {
    const at = { in: "html", ...cell, selector: "#nothing" } as const;
    expect(await show(encode("<html><p>公开</p></html>"), at)).toContain("没能在原件中找到这一格");
    expect(await show(encode("<html><p>公开</p></html>"), null)).not.toContain("没能");
  });

  test("of a type that nobody draws is refused", async () => {
    await expect(show(encode("{\\rtf1 x}"), null)).rejects.toThrow(/not shown/u);
  });
});

describe("a page", () => {
  const build = (body: string): Uint8Array => encode(`<html><body>${body}</body></html>`);
  const at = (selector: string, start: number, end: number): Place => ({
    in: "html",
    ...cell,
    selector,
    start,
    end,
  });

  test("has the number marked, not the paragraph that it stands in", async () => {
    const html = await show(build("<p>行政许可 12<br>行政处罚 212</p>"), at("p", 12, 15));
    const $ = load(html);
    expect([$("mark#cell").text(), $("p").text()]).toEqual(["212", "行政许可 12行政处罚 212"]);
    expect($("p").attr("class")).toBeUndefined();
  });

  test("has all pieces of a number marked, the first where addresses lead to", async () => {
    const html = await show(build("<p>处罚 <b>2</b><i>1<u>2</u>件</i></p>"), at("p", 3, 6));
    const $ = load(html);
    expect(readMark(html)).toBe("212");
    expect($("mark").length).toBe(3);
    expect($("b mark#cell").text()).toBe("2");
  });

  test("counts what is not shown as a DOM does", async () => {
    const hidden =
      "<!-- 9 --><script>var a;</script><template>99</template><button>开</button>\r\n&amp;";
    const html = await show(build(`<p>${hidden}处罚 212</p>`), at("p", 12, 15));
    expect(readMark(html)).toBe("212");
  });

  test("has a cell marked that holds nothing but the number", async () => {
    const body = "<table><tr><td>处罚</td><td> <p>212</p>\n</td></tr></table>";
    const html = await show(build(body), at("td:nth-child(2)", 1, 4));
    expect([load(html)("td#cell").text().trim(), load(html)("mark").length]).toEqual(["212", 0]);
  });

  test.each([
    ["a place without offsets", { in: "html", ...cell, selector: "p" } as const],
    ["offsets beyond the text", at("p", 3, 60)],
    ["what is not shown", at("p", 6, 9)],
  ])("has the paragraph marked of %s", async (_, place) => {
    const html = await show(build("<p>处罚 212<button>345</button></p>"), place);
    const $ = load(html);
    expect([$("p#cell").text(), $("mark").length]).toEqual(["处罚 212", 0]);
  });
});

describe("text", () => {
  const text = "规章 | 0 | 12\r\n<b>行政处罚</b> | 212";

  test("is shown as text, with the characters marked", async () => {
    const start = text.indexOf("212");
    const html = await show(encode(text), { in: "text", ...cell, start, end: start + 3 });
    expect(readMark(html)).toBe("212");
    expect(load(html)("pre").text().replaceAll("\r", "")).toBe(text.replaceAll("\r", ""));
  });

  test("counts its characters behind the byte order mark, in any charset", async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from("公开 17 件，处罚 9 件", "utf16le")]);
    expect(readMark(await show(utf16, { in: "text", ...cell, start: 3, end: 5 }))).toBe("17");
  });

  test("too long for one page is cut around the mark, and says so", async () => {
    const long = `${"公开信息\n".repeat(200_000)}17${"\n公开信息".repeat(200_000)}`;
    const start = long.indexOf("17");
    const html = await show(encode(long), { in: "text", ...cell, start, end: start + 2 });
    expect(readMark(html)).toBe("17");
    expect(html).toContain("前面还有文字");
    expect(html.length).toBeLessThan(long.length);
  });

  test("is not marked beyond its end", async () => {
    expect(
      readMark(await show(encode(text), { in: "text", ...cell, start: 90, end: 95 })),
    ).toBeNull();
  });
});

describe("a PDF", () => {
  const content = drawText("行政处罚 212", { x: 100, y: 700 });
  const build = (page: Partial<WrittenPage>) => ({ content, width: 400, height: 800, ...page });
  const at = { in: "pdf", ...cell, page: 2, box: [100, 600, 200, 640] } as const;

  test("is shown at the page of the place, the box where it belongs", async () => {
    const html = await show(writePdf({ pages: [build({}), build({}), build({})] }), at);
    expect(load(html)(".gk-pages").text()).toContain("第 2 页，共 3 页");
    // left, top, width and height in percent: y counts from the bottom of the 800 points.
    expect(readBox(html)).toEqual([25, 20, 25, 5]);
    expect(load(html)("img").attr("src")).toMatch(/^data:image\/png;base64,/u);
  });

  test("that is turned has its box turned with it", async () => {
    const turned = build({ rotate: 90 });
    const html = await show(writePdf({ pages: [turned, turned] }), at);
    // Turned clockwise, what stood at the left stands at the top, and the bottom at the left.
    expect(readBox(html)).toEqual([75, 25, 5, 25]);
  });

  test("has pages to turn, and the way back to the mark", async () => {
    const html = await show(writePdf({ pages: [build({}), build({}), build({})] }), at, 3);
    const links = load(html)(".gk-pages a")
      .toArray()
      .map((link) => link.attribs["href"]);
    expect(readMark(html)).toBeNull();
    expect(html).not.toContain("没能");
    expect(links).toEqual([`${address}&page=2#cell`, `${address}&page=2#cell`]);
  });

  test("without the page of the place shows its first, and says so", async () => {
    const html = await show(writePdf({ pages: [build({})] }), at);
    expect(html).toContain("没能在原件中找到这一格");
  });

  test.skipIf(findChineseFont() === null)(
    "that names fonts which it does not hold is drawn in one of this system",
    async () => {
      const [one, other] = await Promise.all(
        ["公", "开"].map((word) => {
          const content = drawText(word, { x: 100, y: 700, size: 40 });
          return show(writePdf({ pages: [build({ content })] }), null);
        }),
      );
      // Without a font both are the same empty box.
      expect(one).not.toBe(other);
    },
  );
});

describe("a workbook", () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["公开情况", null, null],
    ["规章", 0, 12],
    ["隐藏", 1, 2],
    ["<b>处罚</b>", 9, 305],
  ]);
  sheet["!merges"] = [XLSX.utils.decode_range("A1:C1")];
  sheet["!rows"] = [{}, {}, { hidden: true }];
  const bytes = writeWorkbook(
    buildWorkbook({ 封面: XLSX.utils.aoa_to_sheet([["封面"]]), 表: sheet }),
    "xlsx",
  );

  test("is shown as the sheet of the place, merged and hidden cells as they are seen", async () => {
    const html = await show(bytes, { in: "sheet", ...cell, sheet: "表", cell: "C4" });
    const $ = load(html);
    expect(readMark(html)).toBe("305");
    expect($("td[colspan='3']").text()).toBe("公开情况");
    expect($("tbody").text()).not.toContain("隐藏");
    expect($("tbody b").length).toBe(0);
    expect(
      $("tbody th")
        .toArray()
        .map((head) => $(head).text()),
    ).toEqual(["1", "2", "4"]);
    expect($(".gk-pages b").text()).toBe("表");
  });

  test("marks the cell that others are merged into, and a blank one", async () => {
    const merged = await show(bytes, { in: "sheet", ...cell, sheet: "表", cell: "A1" });
    expect(readMark(merged)).toBe("公开情况");
    const blank = await show(bytes, { in: "sheet", ...cell, sheet: "表", cell: "E2" });
    expect(readMark(blank)).toBe("");
  });

  test("has no cell on another sheet", async () => {
    const html = await show(bytes, { in: "sheet", ...cell, sheet: "没有", cell: "A1" });
    expect(html).toContain("没能在原件中找到这一格");
    expect(html).toContain("封面");
  });
});

describe("a picture", () => {
  test("is shown with its box", async () => {
    const png = new Uint8Array(createCanvas(400, 200).toBuffer("image/png"));
    const at = { in: "image", ...cell, page: 1, box: [100, 50, 200, 60], confidence: 0.9 } as const;
    const html = await show(png, at);
    expect(readBox(html)).toEqual([25, 25, 25, 5]);
    expect(load(html)("img").attr("src")).toBe(
      `data:image/png;base64,${Buffer.from(png).toString("base64")}`,
    );
  });

  test("that a page carries itself is shown where a number was read from it", async () => {
    const [small, large] = [40, 400].map((side) =>
      Buffer.from(createCanvas(side, side / 2 + 60).toBuffer("image/png")).toString("base64"),
    );
    const page = [small, large]
      .map((data) => `<p>图</p><img src="data:image/png;base64,${data}">`)
      .join("");
    const at = { in: "image", ...cell, page: 1, box: [40, 26, 80, 52], confidence: 0.9 } as const;
    const html = await show(encode(`<html><body>${page}</body></html>`), at);
    // Signs and ornaments are not counted.
    expect(load(html)("img").attr("src")).toBe(`data:image/png;base64,${large}`);
    expect(readBox(html)).toEqual([10, 10, 10, 10]);
  });

  test("that claims to be larger than a browser can hold is refused", async () => {
    const png = Buffer.from(createCanvas(4, 4).toBuffer("image/png"));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    await expect(show(new Uint8Array(png), null)).rejects.toThrow(/large/u);
  });
});
