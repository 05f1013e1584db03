import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildSources } from "../../command/sources.ts";
import { openCorpus } from "../../corpus/main.ts";
import { saveSources } from "../../corpus/store/sources.ts";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import { writeAnswer } from "../crawler/http/fetch-from.ts";
import { writePage } from "../crawler/sources/open-small-portal.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";
import { column, pages, SourcesRun } from "./sources-run.ts";

let command: SourcesRun;
beforeEach(() => (command = new SourcesRun()));
afterEach(() => command.close());

describe("sources list", () => {
  it("shows the project's list with places, kinds and entries", async () => {
    const { code, out, err } = await command.run(["list"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^id +place +kind +render +origin +entry$/mu);
    expect(out).toMatch(
      /^zoucheng +山东省济宁市邹城市 +portal +http +list +http:\/\/www\.zoucheng/mu,
    );
    expect(err).toMatch(/^\d+ sources$/mu);
    const json: unknown = JSON.parse((await command.run(["list", "--json"])).out);
    expect(json).toContainEqual(
      expect.objectContaining({ id: "zoucheng", division: "370883", origin: "list" }),
    );
  });

  it("refuses other words", async () => {
    expect(await command.run(["burn"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("list|add"),
    });
  });
});

describe("sources add", () => {
  it("shows the columns of a portal, and keeps them after a yes", async () => {
    const entry = await command.openPortal(pages);
    const { code, out, err, asked } = await command.run(["add", `${entry}/`], { answer: true });
    expect([code, asked]).toEqual([0, ["Keep 2 sources?"]]);
    expect(out).toMatch(/100 +http:\S+\/zwgk\/zfxxgknb\/ +政府信息公开年报 +2023 +http:/u);
    expect(err).toContain("云陵省望川市青山县 · trs");
    expect(await command.listAdded()).toMatchObject([
      { id: expect.any(String), kind: "column", division: "990121", agency: null },
      { division: "990121101", agency: "落霞镇人民政府", entry: `${entry}/lxz/zfxxgknb/` },
    ]);
    const again = await command.run(["add", `${entry}/`], { answer: true });
    expect([again.code, again.asked]).toEqual([0, []]);
    expect(again.err).toContain("among the sources already");
  });

  it("keeps nothing after a no, and nothing without a terminal unless --yes is given", async () => {
    const entry = await command.openPortal(pages);
    expect((await command.run(["add", `${entry}/`], { answer: false })).code).toBe(1);
    expect(await command.run(["add", `${entry}/`])).toMatchObject({
      code: 1,
      err: expect.stringContaining("--yes"),
    });
    expect(await command.listAdded()).toEqual([]);
    expect((await command.run(["add", `${entry}/`, "--yes", "--id", "ours"])).code).toBe(0);
    expect((await command.listAdded()).map(({ id }) => id)).toEqual(["ours", "ours-2"]);
  });

  it("keeps the portal itself where it shows no columns, for the place that is given", async () => {
    const entry = await command.openPortal({ "/": "<title>welcome</title><p>nothing</p>" });
    const unknown = await command.run(["add", `${entry}/`, "--yes"]);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining("--division") });
    const words = ["--division", "青山县", "--yes"];
    expect((await command.run(["add", `${entry}/`, ...words])).code).toBe(0);
    expect(await command.listAdded()).toMatchObject([
      { kind: "portal", render: "http", division: "990121", entry: `${entry}/` },
    ]);
  });

  it("takes an address as the kind that is given", async () => {
    const entry = await command.openPortal({ "/nb/2023.html": column });
    const pattern = `${entry}/nb/{year}.html`;
    const words = ["--kind", "pattern", "--division", "990121", "--id", "nb", "--yes"];
    expect((await command.run(["add", pattern, ...words])).code).toBe(0);
    expect(await command.listAdded()).toMatchObject([
      { id: "nb", kind: "pattern", entry: pattern },
    ]);
  });

  it.each([
    [["http://www.qingshan.gov.test/{year}"], "kind pattern"],
    [["http://www.qingshan.gov.test/{y", "--kind", "pattern"], "braces"],
    [["ftp://www.qingshan.gov.test/"], "http://"],
    [["http://www.qingshan.gov.test/", "--division", "无此县"], "无此县"],
    [["http://www.qingshan.gov.test/", "--division", "鼓楼区"], "places are called"],
    [["http://www.qingshan.gov.test/", "--id", "Qing Shan"], "lower-case"],
    [["http://www.qingshan.gov.test/", "--id", "zoucheng"], "taken"],
    [["http://www.qingshan.gov.test/", "--kind", "door"], "portal, column, pattern"],
    [[], "one address"],
  ])("refuses %j", async (words, sentence) => {
    const { code, err } = await command.run(["add", ...words]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it("asks no site of others without a contact", async () => {
    const { code, err } = await command.run(["add", "http://10.0.0.1/"]);
    expect([code, err]).toEqual([1, expect.stringContaining("GONGKAI_CONTACT")]);
    const env = { GONGKAI_CONTACT: "https://example.org/crawler" };
    const named = await command.run(["add", "http://10.0.0.1/"], { env });
    expect([named.code, named.err]).toEqual([1, expect.stringContaining("inside the network")]);
  });

  it("tells the contact to the sites that are asked", async () => {
    const entry = await command.openPortal(pages);
    const env = { GONGKAI_CONTACT: "crawler@example.org" };
    await command.run(["add", `${entry}/`], { env });
    const headers = command.heard.map((request) => request.headers);
    expect(headers?.[0]).toMatchObject({
      "user-agent": expect.stringMatching(/^GongkaiBot\/\S+ \(\+mailto:crawler@example\.org\)$/u),
      from: "crawler@example.org",
    });
  });

  it("says why a portal cannot be looked at", async () => {
    const challenge = writeAnswer("", { status: "412 Precondition Failed" });
    const entry = await command.openPortal({ "/": challenge });
    expect(await command.run(["add", `${entry}/`, "--yes"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("proof of a person"),
    });
    expect(await command.listAdded()).toEqual([]);
  });
});

describe("a stop", () => {
  it.each([
    ["add", "nothing was added"],
    ["check", "0 of 1 sources checked"],
  ])("ends sources %s within the pause of a host", async (action, sentence) => {
    const slow = "User-agent: *\nCrawl-delay: 3000\n";
    const entry = await command.openPortal({ ...pages, "/robots.txt": slow });
    await command.hold(entry, ["home"]);
    const stopping = new AbortController();
    const { terminal, read } = openMemoryTerminal();
    const context = { config: command.readConfig(), terminal, stop: stopping.signal };
    const target = action === "add" ? `${entry}/` : "home";
    const ended = buildSources(() => null).run(context, [action, target], { yes: true });
    while (command.heard.length === 0) await setTimeout(5);
    stopping.abort();
    expect(await ended).toBe(1);
    expect(read().err).toContain(sentence);
  });
});

describe("sources check", () => {
  it("serves the portals of the demo while it looks at them", async () => {
    const [demo] = buildDemoPortals()[0]?.sources ?? [];
    const { store, close } = await openCorpus(command.readConfig());
    await saveSources(store, demo ? [demo] : [], "demo");
    await close();
    expect(await command.run(["check", demo?.id ?? ""])).toMatchObject({
      code: 0,
      err: expect.stringContaining("1 of 1 sources checked, 0 do not answer"),
    });
  });

  it("tries one page of each that is named, and says what it shows or why it does not", async () => {
    const entry = await command.openPortal({
      "/home/": pages["/"] ?? "",
      "/nb/": column,
      "/empty/": writePage("青山县人民政府", [["/bsfw/", "办事服务"]]),
    });
    await command.hold(entry, ["home", "nb", "empty", "gone"]);
    const well = await command.run(["check", "home", "nb", "empty"]);
    expect(well).toMatchObject({ code: 0, err: expect.stringContaining("3 of 3 sources checked") });
    expect(well.out).toMatch(/^home: answers and shows 2 columns of reports\.$/mu);
    expect(well.out).toMatch(/^nb: answers \(trs\) and shows 1 reports\.$/mu);
    expect(well.out).toMatch(/^empty: answers, but shows nothing/mu);
    const failed = await command.run(["check", "gone", "--json"]);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.out)).toMatchObject([
      { id: "gone", failure: "not-found", sentence: expect.stringContaining("404") },
    ]);
    expect(
      command.heard.filter(({ path }) => path !== "/robots.txt").map(({ path }) => path),
    ).toEqual(["/empty/", "/home/", "/nb/", "/gone/"]);
  });

  it("refuses ids that are not there, and asks no site of others without a contact", async () => {
    expect((await command.run(["check", "nobody"])).code).toBe(2);
    expect(await command.run(["check", "zoucheng"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("GONGKAI_CONTACT"),
    });
  });
});
