import { describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { containerFamilies } from "../../indexer/extract/page/article-containers.ts";
import { readHtml } from "../../indexer/extract/page/read-html.ts";
import { layouts } from "./layouts.ts";
import { listNumbers, readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const layout = layouts.find(({ isHtml }) => isHtml);
const plain = layout ? writeReport(form2021, layout, numberAll(form2021)) : "";
const [, article = ""] = /<body><div>(.*)<\/div><\/body>/su.exec(plain) ?? [];
const own = "云岭县石溪镇2023年政府信息公开工作年度报告";
const above = `<div class="header"><a href="/">云岭县人民政府</a><ul><li><a href="/a">政务公开</a></li><li><a href="/b">依申请公开情况</a></li></ul><p>您好，今天是星期五，欢迎访问云岭县人民政府门户网站，祝您生活愉快。</p></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; 年报</div>`;
const head = `<h1>${own}</h1><p>发布日期：2024-01-20 来源：石溪镇 浏览次数：32</p>`;
const below = `<div class="share">分享到：<a href="#">微信</a></div><div class="related"><h3>相关信息</h3><ul><li><a href="1.html">石溪镇2022年政府信息公开工作年度报告</a></li><li><a href="2.html">图解年报</a></li></ul></div><div class="foot"><p>版权所有：云岭县人民政府</p><p>本网站由云岭县人民政府办公室主办，未经许可，不得转载，建议使用新版浏览器。</p></div>`;
const text = article.replace(`<p>${own}</p>`, "");

/** The words of the reading, to tell whether the frame of the page got into it. */
function listWords(html: string): string {
  const { preamble, sections } = readText(html);
  return [preamble ?? "", ...sections.map((section) => section.text)].join("\n");
}

function frame(content: string): string {
  return `<html><body>${above}<div class="wrap">${head}${content}</div>${below}</body></html>`;
}

/** An element that the selector fits, round the content. */
function wrap(selector: string, content: string): string {
  const name = selector.replace(/^\[name=|\]$|^[#.]/gu, "").replace("*", "501");
  if (selector.startsWith("[")) return `<form name="${name}">${content}</form>`;
  const attribute = selector.startsWith("#") ? "id" : "class";
  return `<div ${attribute}="${name}">${content}</div>`;
}

const expected = readText(plain);
const selectors = containerFamilies.flatMap((family) =>
  family.selectors.map((selector) => [family.family, selector] as const),
);

describe("the article of a portal", () => {
  it.each(selectors)("of %s in %s is read alone", (_, selector) => {
    const page = frame(wrap(selector, text));
    const reading = readText(page);
    expect(reading.sections).toEqual(expected.sections);
    expect(listNumbers(reading)).toEqual(listNumbers(expected));
    expect([reading.title, reading.published]).toEqual([own, "2024-01-20"]);
    expect(listWords(page)).not.toMatch(/版权|不得转载|欢迎访问|分享|图解|浏览次数/u);
  });

  it("may be the innermost of several containers", () => {
    const inner = `<div id="zoom"><div class="TRS_Editor">${text}</div><p>附件下载说明</p></div>`;
    expect(listWords(frame(inner))).not.toContain("附件下载说明");
  });

  it("may lie in several containers of one make", () => {
    const at = text.indexOf("<p>四、");
    const parts = [text.slice(0, at), text.slice(at)];
    const page = frame(parts.map((part) => `<div class="TRS_Editor">${part}</div>`).join(""));
    expect(readText(page).sections).toEqual(expected.sections);
  });

  it.each(["TRS_Editor", "article-content", "unknown"])(
    "is wider than a container of class %s that lacks a table, a heading or most prose",
    (name) => {
      const [, start = "", table = "", end = ""] =
        /^(.*)(<table.*<\/table>)(.*)$/su.exec(text) ?? [];
      const pieces = [
        `<div class="${name}">${start}</div>${table}${end}`,
        `<div class="${name}">${text.replace(/<p>六、.*$/su, "")}</div><p>六、其他需要报告的事项</p><p>本年度未收取信息处理费。</p>`,
        `<p>${"石溪镇按照要求编制本报告，向社会公布。".repeat(30)}</p><div class="${name}">${text}</div>`,
      ];
      for (const piece of pieces) {
        const reading = readText(frame(piece));
        expect(listNumbers(reading)).toEqual(listNumbers(expected));
        expect(reading.sections.map(({ kind }) => kind)).toEqual(
          expected.sections.map(({ kind }) => kind),
        );
      }
      expect(listWords(frame(pieces[2] ?? ""))).toContain("按照要求编制本报告");
    },
  );
});

describe("a page of unknown make", () => {
  const pages = [
    `<div class="xl">${text}</div>`,
    `<table><tr><td>${text}</td></tr></table>`,
    `<div><div><section>${text}</section></div></div>`,
  ];

  it.each(pages)("is read without its frame: %.30s", (content) => {
    const page = frame(content);
    const reading = readText(page);
    expect(reading.sections).toEqual(expected.sections);
    expect([reading.title, reading.published]).toEqual([own, "2024-01-20"]);
    expect(listWords(page)).not.toMatch(/不得转载|欢迎访问|分享|图解|浏览次数/u);
  });

  it("keeps an introduction that stands outside the container of the rest", () => {
    const [intro = ""] = /<p>本报告由.*?<\/p>/su.exec(text) ?? [];
    const page = frame(`${intro}<div>${text.replace(intro, "")}</div>`);
    expect(readText(page).preamble).toBe(expected.preamble);
    expect(intro).not.toBe("");
  });

  it("is read whole where its markup has no containers", () => {
    const { blocks, body } = readHtml(`<body>${text}</body>`);
    expect(body).toEqual(blocks);
  });

  it("finds the document number above the article", () => {
    const page = frame(`<p>云府石〔2024〕1号</p><div class="TRS_Editor">${text}</div>`);
    expect(readText(page).documentNumber).toBe("云府石〔2024〕1号");
  });
});
