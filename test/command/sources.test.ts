import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { runProgram } from "../../command/run-program.ts";
import { buildSources } from "../../command/sources.ts";
import { parseConfig } from "../../config.ts";
import { openCorpus } from "../../corpus/main.ts";
import { loadSources, saveSources } from "../../corpus/store/sources.ts";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import { writeAnswer } from "../crawler/http/fetch-from.ts";
import {
  type Pages,
  openSmallPortal,
  type SmallPortal,
  writePage,
} from "../crawler/sources/open-small-portal.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";

const root = mkdtempSync(join(tmpdir(), "gongkai-sources-command-"));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;
let folder = "";
let portal: SmallPortal | undefined;
beforeEach(() => (folder = join(root, String(++folders))));
afterEach(async () => {
  await portal?.close();
  portal = undefined;
});

const readConfig = (env: Readonly<Record<string, string>> = {}) =>
  parseConfig({ GONGKAI_DATA: folder, ...env });

interface RunOptions {
  readonly answer?: boolean | null;
  readonly env?: Readonly<Record<string, string>>;
}

async function run(words: readonly string[], { answer = null, env = {} }: RunOptions = {}) {
  const { terminal, read } = openMemoryTerminal();
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(answer === true);
  };
  const code = await runProgram(["sources", ...words], {
    version: "1",
    commands: [buildSources(() => (answer === null ? null : ask))],
    readConfig: () => readConfig(env),
    terminal,
  });
  return { code, asked, ...read() };
}

async function listHeld() {
  const { store, close } = await openCorpus(readConfig());
  const held = await loadSources(store);
  await close();
  return held;
}

const listAdded = async () => (await listHeld()).filter(({ origin }) => origin === "added");

async function openPortal(pages: Pages): Promise<string> {
  portal = await openSmallPortal(pages);
  return `http://127.0.0.1:${portal.port}`;
}

const column = writePage("政府信息公开年报", [
  ["/zwgk/zfxxgknb/202401/t20240119_1.html", "青山县2023年政府信息公开工作年度报告"],
]);
const pages: Pages = {
  "/": writePage("青山县人民政府门户网站", [
    ["/zwgk/zfxxgknb/", "政府信息公开年报"],
    ["/lxz/zfxxgknb/", "落霞镇政府信息公开年报"],
  ]),
  "/zwgk/zfxxgknb/": column,
  "/lxz/zfxxgknb/": column,
};

async function hold(entry: string, ids: readonly string[]) {
  const { store, close } = await openCorpus(readConfig());
  const sources = ids.map((id) => ({
    id,
    division: "990121",
    agency: null,
    entry: `${entry}/${id}/`,
    kind: id === "home" ? ("portal" as const) : ("column" as const),
    render: "http" as const,
    notes: "",
  }));
  await saveSources(store, sources, "added");
  await close();
}

describe("sources list", () => {
  it("shows the project's list with places, kinds and entries", async () => {
    const { code, out, err } = await run(["list"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^id +place +kind +render +origin +entry$/mu);
    expect(out).toMatch(
      /^zoucheng +山东省济宁市邹城市 +portal +http +list +http:\/\/www\.zoucheng/mu,
    );
    expect(err).toMatch(/^\d+ sources$/mu);
    const json: unknown = JSON.parse((await run(["list", "--json"])).out);
    expect(json).toContainEqual(
      expect.objectContaining({ id: "zoucheng", division: "370883", origin: "list" }),
    );
  });

  it("refuses other words", async () => {
    expect(await run(["burn"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("list|add"),
    });
  });
});

describe("sources add", () => {
  it("shows the columns of a portal, and keeps them after a yes", async () => {
    const entry = await openPortal(pages);
    const { code, out, err, asked } = await run(["add", `${entry}/`], { answer: true });
    expect([code, asked]).toEqual([0, ["Keep 2 sources?"]]);
    expect(out).toMatch(/100 +http:\S+\/zwgk\/zfxxgknb\/ +政府信息公开年报 +2023 +http:/u);
    expect(err).toContain("云陵省望川市青山县 · trs");
    expect(await listAdded()).toMatchObject([
      { id: expect.any(String), kind: "column", division: "990121", agency: null },
      { division: "990121101", agency: "落霞镇人民政府", entry: `${entry}/lxz/zfxxgknb/` },
    ]);
    const again = await run(["add", `${entry}/`], { answer: true });
    expect([again.code, again.asked]).toEqual([0, []]);
    expect(again.err).toContain("among the sources already");
  });

  it("keeps nothing after a no, and nothing without a terminal unless --yes is given", async () => {
    const entry = await openPortal(pages);
    expect((await run(["add", `${entry}/`], { answer: false })).code).toBe(1);
    expect(await run(["add", `${entry}/`])).toMatchObject({
      code: 1,
      err: expect.stringContaining("--yes"),
    });
    expect(await listAdded()).toEqual([]);
    expect((await run(["add", `${entry}/`, "--yes", "--id", "ours"])).code).toBe(0);
    expect((await listAdded()).map(({ id }) => id)).toEqual(["ours", "ours-2"]);
  });

  it("keeps the portal itself where it shows no columns, for the place that is given", async () => {
    const entry = await openPortal({ "/": "<title>welcome</title><p>nothing</p>" });
    const unknown = await run(["add", `${entry}/`, "--yes"]);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining("--division") });
    const words = ["--division", "青山县", "--render", "browser", "--yes"];
    expect((await run(["add", `${entry}/`, ...words])).code).toBe(0);
    expect(await listAdded()).toMatchObject([
      { kind: "portal", render: "browser", division: "990121", entry: `${entry}/` },
    ]);
  });

  it("takes an address as the kind that is given", async () => {
    const entry = await openPortal({ "/nb/2023.html": column });
    const pattern = `${entry}/nb/{year}.html`;
    const words = ["--kind", "pattern", "--division", "990121", "--id", "nb", "--yes"];
    expect((await run(["add", pattern, ...words])).code).toBe(0);
    expect(await listAdded()).toMatchObject([{ id: "nb", kind: "pattern", entry: pattern }]);
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
    const { code, err } = await run(["add", ...words]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it("asks no site of others without a contact", async () => {
    const { code, err } = await run(["add", "http://10.0.0.1/"]);
    expect([code, err]).toEqual([1, expect.stringContaining("GONGKAI_CONTACT")]);
    const env = { GONGKAI_CONTACT: "https://example.org/crawler" };
    const named = await run(["add", "http://10.0.0.1/"], { env });
    expect([named.code, named.err]).toEqual([1, expect.stringContaining("inside the network")]);
  });

  it("tells the contact to the sites that are asked", async () => {
    const entry = await openPortal(pages);
    const env = { GONGKAI_CONTACT: "crawler@example.org" };
    await run(["add", `${entry}/`], { env });
    const headers = portal?.heard.map((request) => request.headers);
    expect(headers?.[0]).toMatchObject({
      "user-agent": expect.stringMatching(/^GongkaiBot\/\S+ \(\+mailto:crawler@example\.org\)$/u),
      from: "crawler@example.org",
    });
  });

  it("says why a portal cannot be looked at", async () => {
    const challenge = writeAnswer("", { status: "412 Precondition Failed" });
    const entry = await openPortal({ "/": challenge });
    expect(await run(["add", `${entry}/`, "--yes"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("proof of a person"),
    });
    expect(await listAdded()).toEqual([]);
  });
});

describe("a stop", () => {
  it.each([
    ["add", "nothing was added"],
    ["check", "0 of 1 sources checked"],
  ])("ends sources %s within the pause of a host", async (action, sentence) => {
    const slow = "User-agent: *\nCrawl-delay: 3000\n";
    const entry = await openPortal({ ...pages, "/robots.txt": slow });
    await hold(entry, ["home"]);
    const stopping = new AbortController();
    const { terminal, read } = openMemoryTerminal();
    const context = { config: readConfig(), terminal, stop: stopping.signal };
    const target = action === "add" ? `${entry}/` : "home";
    const ended = buildSources(() => null).run(context, [action, target], { yes: true });
    while (portal?.heard.length === 0) await setTimeout(5);
    stopping.abort();
    expect(await ended).toBe(1);
    expect(read().err).toContain(sentence);
  });
});

describe("sources remove", () => {
  it("takes a source out for good, also one of the project's list, unless it is added again", async () => {
    const { code, err } = await run(["remove", "zoucheng", "nobody"]);
    expect(code).toBe(1);
    expect(err).toContain("no source nobody");
    await run(["list"]);
    expect((await listHeld()).map(({ id }) => id)).not.toContain("zoucheng");
    expect((await run(["remove", "gaoqing"])).code).toBe(0);
    const entry = await openPortal(pages);
    expect((await run(["add", `${entry}/`, "--id", "gaoqing", "--yes"])).code).toBe(2);
    expect((await run(["remove"])).code).toBe(2);
  });
});

describe("sources check", () => {
  it("serves the portals of the demo while it looks at them", async () => {
    const [demo] = buildDemoPortals()[0]?.sources ?? [];
    const { store, close } = await openCorpus(readConfig());
    await saveSources(store, demo ? [demo] : [], "demo");
    await close();
    expect(await run(["check", demo?.id ?? ""])).toMatchObject({
      code: 0,
      err: expect.stringContaining("1 of 1 sources checked, 0 do not answer"),
    });
  });

  it("tries one page of each that is named, and says what it shows or why it does not", async () => {
    const entry = await openPortal({
      "/home/": pages["/"] ?? "",
      "/nb/": column,
      "/empty/": writePage("青山县人民政府", [["/bsfw/", "办事服务"]]),
    });
    await hold(entry, ["home", "nb", "empty", "gone"]);
    const well = await run(["check", "home", "nb", "empty"]);
    expect(well).toMatchObject({ code: 0, err: expect.stringContaining("3 of 3 sources checked") });
    expect(well.out).toMatch(/^home: answers and shows 2 columns of reports\.$/mu);
    expect(well.out).toMatch(/^nb: answers \(trs\) and shows 1 reports\.$/mu);
    expect(well.out).toMatch(/^empty: answers, but shows nothing/mu);
    const failed = await run(["check", "gone", "--json"]);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.out)).toMatchObject([
      { id: "gone", failure: "not-found", sentence: expect.stringContaining("404") },
    ]);
    expect(
      portal?.heard.filter(({ path }) => path !== "/robots.txt").map(({ path }) => path),
    ).toEqual(["/empty/", "/home/", "/nb/", "/gone/"]);
  });

  it("refuses ids that are not there, and asks no site of others without a contact", async () => {
    expect((await run(["check", "nobody"])).code).toBe(2);
    expect(await run(["check", "zoucheng"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("GONGKAI_CONTACT"),
    });
  });
});
