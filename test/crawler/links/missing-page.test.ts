import { describe, expect, it } from "vitest";
import { describeMissingPage, isMissingPage } from "../../../crawler/links/missing-page.ts";

const menu = Array.from(
  { length: 60 },
  (_, at) => `<a href="/c${at}/">栏目${String.fromCodePoint(0x4e00 + at * 7)}公开</a>`,
).join("");
const missing = (path: string): string =>
  `<title>青山县人民政府</title>${menu}<p>您访问的 ${path} 暂时无法打开，三秒后回到首页</p>`;
const column = `<title>青山县人民政府</title>${menu}<ul><li>青石镇2023年政府信息公开工作年度报告</li><li>白水乡2023年政府信息公开工作年度报告</li></ul>`;
const ask = (text: string, learnt: Parameters<typeof isMissingPage>[1] = [], status = 200) =>
  isMissingPage({ text, status }, learnt);

describe("isMissingPage", () => {
  it("knows the status and the few words of such pages", () => {
    expect(ask("", [], 404)).toBe(true);
    expect(ask("<title>404</title>")).toBe(true);
    expect(ask("<h1>很抱歉，您访问的页面不存在！</h1>")).toBe(true);
    expect(ask("<title>出错了</title><p>x</p>")).toBe(true);
  });

  it("knows a host's own page again, whatever address it names", () => {
    const learnt = [describeMissingPage(missing("/q7/xyz.html"))];
    expect(ask(missing("/zwgk/nb/2023/12.html"), learnt)).toBe(true);
    expect(ask(missing("/x"))).toBe(false);
  });

  it("does not take a short list within the same frame for it", () => {
    const learnt = [describeMissingPage(missing("/q7/xyz.html"))];
    expect(ask(column, learnt)).toBe(false);
    expect(
      ask(
        "<title>青山县教育局2023年政府信息公开工作年度报告</title><a href='a.pdf'>附件</a>",
        learnt,
      ),
    ).toBe(false);
  });

  it("is plain JSON", () => {
    const own = describeMissingPage(missing("/x"));
    expect(JSON.parse(JSON.stringify(own))).toEqual(own);
  });
});
