import { describe, expect, it } from "vitest";
import { noHints, noTrail, buildRequest } from "../../../corpus/address.ts";
import { findAddresses } from "../../../crawler/links/find-addresses.ts";

const url = "http://www.qingshan.gov.test/zwgk/nb/list.jsp?id=7";

function findLists(text: string, role: "column" | "report" = "column") {
  const page = { request: buildRequest(url), url, role, hints: noHints, trail: noTrail } as const;
  return findAddresses({ ...page, text, mediaType: "text/html" })
    .filter(({ role }) => role === "list")
    .map(({ request, hints }) => ({ url: request.url, year: hints.year, agency: hints.agency }));
}

const years = [2023, 2022, 2021].map((year) => `<option value="${year}">${year}年度</option>`);

describe("a form of a list", () => {
  it("leads to the pages of its years", () => {
    const form = `<form action="./list.jsp" method="get"><input type="hidden" name="id" value="7"><input name="title"><select name="year"><option value="">请选择</option>${years.join("")}</select><input type="submit" name="go" value="查询"></form>`;
    expect(findLists(form)).toEqual(
      [2023, 2022, 2021].map((year) => ({
        url: `http://www.qingshan.gov.test/zwgk/nb/list.jsp?id=7&title=&year=${year}`,
        year,
        agency: null,
      })),
    );
  });

  it("leads to the pages of its bodies, without action and method", () => {
    const form = `<form><select name="dept"><option value="1">县水利局</option><option value="2">官庄镇人民政府</option></select></form>`;
    expect(findLists(form)).toEqual([
      {
        url: "http://www.qingshan.gov.test/zwgk/nb/list.jsp?dept=1",
        year: null,
        agency: "县水利局",
      },
      {
        url: "http://www.qingshan.gov.test/zwgk/nb/list.jsp?dept=2",
        year: null,
        agency: "官庄镇人民政府",
      },
    ]);
  });

  it("is asked for its years alone where it lets choose both", () => {
    const form = `<form><select name="dept"><option value="">全部</option><option value="1">县水利局</option><option value="2">县教育局</option></select><select name="nd">${years.join("")}</select></form>`;
    expect(findLists(form).map(({ url }) => new URL(url).search)).toEqual([
      "?dept=&nd=2023",
      "?dept=&nd=2022",
      "?dept=&nd=2021",
    ]);
  });

  it.each([
    [
      "is sent with a body",
      `<form method="post"><select name="year">${years.join("")}</select></form>`,
    ],
    [
      "searches",
      `<form action="/search"><input name="q"><select name="where"><option value="1">标题</option><option value="2">全文</option></select></form>`,
    ],
    ["has no name for what is chosen", `<form><select>${years.join("")}</select></form>`],
    [
      "is a calendar",
      `<form><select name="year">${years.join("")}</select><select name="month"><option>1</option></select></form>`,
    ],
  ])("is left alone where it %s", (_, form) => {
    expect(findLists(form)).toEqual([]);
  });

  it("says nothing on the page of a report", () => {
    const article = "http://www.qingshan.gov.test/zwgk/nb/202401/t20240120_1003.html";
    const page = { request: buildRequest(article), url: article, role: "report" } as const;
    const text = `<form><select name="year">${years.join("")}</select></form>`;
    const found = findAddresses({ ...page, hints: noHints, text, mediaType: "text/html" });
    expect(found).toEqual([]);
  });
});
