import { describe, expect, it } from "vitest";
import { noTrail } from "../../../corpus/address.ts";
import { findColumns } from "../../../crawler/links/find-columns.ts";
import { buildPage } from "../portals/walk-portal.ts";

const host = "http://www.qingshan.gov.test";
const home = `<nav><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/zwgk/zfxxgk/">政府信息公开</a>
  <a href="/zwgk/zfxxgkzn/">政府信息公开指南</a><a href="/zwgk/zfxxgknb/">政府信息公开年报</a><a href="/bsfw/">办事服务</a>
  <a href="/fzzf/fzzfndbg/">法治政府建设年度报告</a><a href="/zwgk/xzjd/">乡镇街道</a><a href="/wzgz/">政府网站工作年度报表</a></nav>
  <ul><li><a href="/news/202402/t20240203_1.html">青山县召开教育工作会议</a>2024-02-03</li></ul>`;
const find = (text: string, change: Parameters<typeof buildPage>[2] = {}) =>
  findColumns(buildPage(`${host}/`, text, { role: "entry", ...change })).map(
    ({ request, role }) => [request.url.replace(host, ""), role],
  );

describe("findColumns", () => {
  it("finds the column first, then the pages on the way to others", () => {
    expect(find(home)).toEqual([
      ["/zwgk/zfxxgknb/", "column"],
      ["/zwgk/zfxxgk/", "entry"],
      ["/zwgk/", "entry"],
      ["/zwgk/xzjd/", "entry"],
    ]);
  });

  it("finds the pages of departments and towns among those on disclosure, with their names", () => {
    const found = findColumns(
      buildPage(
        `${host}/zwgk/xzjd/`,
        `<a href="/qsz/zfxxgk/">青石镇</a><a href="http://jyj.qingshan.gov.test/zfxxgk/">县教育局</a>`,
        { role: "entry" },
      ),
    );
    expect(found).toMatchObject([
      { role: "entry", hints: { agency: "青石镇" } },
      { role: "entry", hints: { agency: "县教育局" } },
    ]);
  });

  it("goes no further than three steps, but takes columns there", () => {
    const trail = { ...noTrail, steps: 2 };
    expect(find(home, { trail })).toEqual([["/zwgk/zfxxgknb/", "column"]]);
    expect(findColumns(buildPage(`${host}/`, home, { trail }))[0]?.trail?.steps).toBe(3);
  });

  it("knows a column by its path where its words say little", () => {
    expect(find(`<a href="/qsz/xxgknb/">查看更多内容</a>`)).toEqual([["/qsz/xxgknb/", "column"]]);
  });
});
