import { afterEach, describe, expect, it } from "vitest";
import type { Source } from "../../../corpus/source.ts";
import { checkSource } from "../../../crawler/sources/check-source.ts";
import { PoliteVisitor } from "../../../crawler/sources/polite-visitor.ts";
import { writeAnswer } from "../http/fetch-from.ts";
import { openSmallPortal, type Pages, type SmallPortal, writePage } from "./open-small-portal.ts";

const host = "http://www.qingshan.gov.test";
let portal: SmallPortal | undefined;
afterEach(async () => {
  await portal?.close();
  portal = undefined;
});

async function check(pages: Pages, change: Partial<Source> = {}) {
  portal = await openSmallPortal(pages);
  const { deps } = portal;
  const source: Source = {
    id: "qingshan",
    division: "990121",
    agency: null,
    entry: `${host}/`,
    kind: "portal",
    render: "http",
    notes: "",
    ...change,
  };
  return checkSource(source, { visitor: new PoliteVisitor(deps), now: deps.now });
}

const links = [
  ["/zwgk/", "政务公开"],
  ["/zfxxgknb/", "政府信息公开年报"],
] as const;

describe("checkSource", () => {
  it("counts what a portal leads to", async () => {
    expect(await check({ "/": writePage("青山县人民政府", links) })).toMatchObject({
      id: "qingshan",
      failure: null,
      columns: 1,
      steps: 1,
      sentence: "answers and shows 1 columns of reports, 1 pages on the way to them.",
    });
  });

  it("asks a pattern for the newest year that is due", async () => {
    const text =
      "<h1>2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>五、存在的主要问题</p>";
    const pattern = { kind: "pattern", entry: `${host}/nb.jsp?fbtime={year}` } as const;
    const checked = await check({ "/nb.jsp?fbtime=2023": text }, pattern);
    expect(checked).toMatchObject({ url: `${host}/nb.jsp?fbtime=2023`, reports: 1 });
  });

  it("says where a page shows nothing, and that a browser may show more", async () => {
    const { failure, sentence } = await check({ "/": writePage("青山县", []) });
    expect([failure, sentence]).toEqual([null, expect.stringContaining("render browser")]);
  });

  it.each([
    ["forbidden", writeAnswer("", { status: "403 Forbidden" })],
    ["server-error", writeAnswer("", { status: "502 Bad Gateway" })],
    ["challenge", writeAnswer("", { status: "521 " })],
    ["too-many-requests", writeAnswer("", { status: "429 Too Many Requests" })],
    ["soft-404", "<title>404</title><p>您访问的页面不存在</p>"],
    ["domain-lost", `<meta http-equiv="refresh" content="0;url=http://www.stranger.test/">`],
  ])("tells the failure %s with a sentence", async (failure, answer) => {
    const checked = await check({ "/": answer });
    expect(checked).toMatchObject({ failure, columns: 0, reports: 0 });
    expect(checked.sentence).toMatch(/\S.*\.$/u);
  });

  it("tries a connection that broke off once more, and no more", async () => {
    const cutOff = writeAnswer("half", { fields: ["Content-Length: 4000"] });
    expect(await check({ "/": cutOff })).toMatchObject({ failure: "bad-response" });
    expect(portal?.heard.map(({ path }) => path)).toEqual(["/robots.txt", "/", "/"]);
  });

  it("asks nothing more of a host that asks for patience", async () => {
    const entry = `${host}/`;
    portal = await openSmallPortal({ "/": writeAnswer("", { status: "429 Too Many Requests" }) });
    const visitor = new PoliteVisitor(portal.deps);
    await expect(visitor.fetchPage(entry, { entry })).rejects.toMatchObject({ next: "later" });
    await expect(visitor.fetchPage(`${host}/zwgk/`, { entry })).rejects.toThrow(/left alone/u);
    expect(portal.heard).toHaveLength(2);
  });
});
