import { describe, expect, it } from "vitest";
import { readHtml } from "../../indexer/extract/page/read-html.ts";

const long = "石溪镇公开信息，方便群众查阅。".repeat(3);

/** The text of a page with a style sheet and one element in question, which says 甲. */
function readWith(sheet: string, element: string): string {
  const { blocks } = readHtml(
    `<head><style>${sheet}</style></head><body><p>${long}</p>${element}<p>${long}</p></body>`,
  );
  return blocks.map((block) => (block.kind === "line" ? block.text : "")).join("\n");
}

describe("a style sheet of the page hides", () => {
  it.each([
    [".x{display:none}", '<p class="x">甲</p>'],
    [".x { DISPLAY : NONE !important; color:red }", '<p class="a x" style="display:block">甲</p>'],
    ["#x{visibility:hidden}", '<p id="x">甲</p>'],
    [".x{font-size:0}", '<p>乙<span class="x">甲</span></p>'],
    [".x{font-size:0px}", '<p>乙<span class="x">甲</span></p>'],
    ["p.x,div.y{display:none}", '<div class="y">甲</div>'],
    [".a .x{display:none}", '<div class="a"><p><b class="x">甲</b></p></div>'],
    [".a>.x{display:none}", '<div class="a"><b class="x">甲</b></div>'],
    ["/* .x{} */ .x{display:none}", '<p class="x">甲</p>'],
    ["@media screen{.x{display:none}}", '<p class="x">甲</p>'],
    ["@charset 'utf-8'; @media print{.x{display:block}} .x{display:none}", '<p class="x">甲</p>'],
    [".x{display:block} .x{display:none}", '<p class="x">甲</p>'],
    ["p.x{display:none} .x{display:block}", '<p class="x">甲</p>'],
    ["<!-- .x{display:none} -->", '<p class="x">甲</p>'],
  ])("%s", (sheet, element) => {
    expect(readWith(sheet, element)).not.toContain("甲");
  });
});

describe("a style sheet of the page does not hide", () => {
  it.each([
    ["@media print{.x{display:none}}", '<p class="x">甲</p>'],
    ["@media screen and (max-width:600px){.x{display:none}}", '<p class="x">甲</p>'],
    [".x:hover{display:none}", '<p class="x">甲</p>'],
    [".x[data-a]{display:none}", '<p class="x">甲</p>'],
    [".x{display:none} .x.on{display:block}", '<p class="x on">甲</p>'],
    [".x{display:none}", '<p class="x" style="display:block">甲</p>'],
    [".x{display:none} .x{display:block}", '<p class="x">甲</p>'],
    [".a>.x{display:none}", '<div class="a"><p><b class="x">甲</b></p></div>'],
    [".x{font-size:0} .x span{font-size:14px}", '<p class="x"><span>甲</span></p>'],
    [".x{font-size:0.9em}", '<p class="x">甲</p>'],
    [".xx{display:none}", '<p class="x">甲</p>'],
    [".x{display:none", '<p class="y">甲</p>'],
  ])("%s", (sheet, element) => {
    expect(readWith(sheet, element)).toContain("甲");
  });

  it("most of a page, which a script shows", () => {
    expect(readWith(".x{display:none}", `<div class="x">甲${long.repeat(5)}</div>`)).toContain(
      "甲",
    );
  });
});

describe("text far off the screen", () => {
  it("is not read", () => {
    expect(readWith("", '<p style="position:absolute;left:-9999px">甲</p>')).not.toContain("甲");
    expect(readWith("", '<p style="text-indent:-9999px">甲</p>')).not.toContain("甲");
    expect(readWith("", '<p style="text-indent:-21.0pt;left:-10px">甲</p>')).toContain("甲");
  });
});

describe("a hostile style sheet", () => {
  it.each([
    ".x{display:none}".repeat(20_000),
    `${".a ".repeat(5_000)}{display:none}`,
    "{".repeat(100_000),
    "@media{".repeat(50_000),
    `.x{display:none} ${"/*".repeat(100_000)}`,
  ])("ends: %.20s", (sheet) => {
    const depth = `${'<div class="x a">'.repeat(500)}甲${"</div>".repeat(500)}`;
    expect(readWith(sheet, depth)).toContain(long);
  });
});
