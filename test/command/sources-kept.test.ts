import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCorpus } from "../../corpus/main.ts";
import { loadArchivedFiles, loadRecordsOfFile } from "../../corpus/store/archive-records.ts";
import { pages, SourcesRun } from "./sources-run.ts";

let command: SourcesRun;
beforeEach(() => (command = new SourcesRun()));
afterEach(() => command.close());

describe("what sources are looked at with", () => {
  it("says how to get a browser where the pages need one and there is none", async () => {
    const entry = await command.openPortal(pages);
    const env = { PLAYWRIGHT_CHROMIUM: join(command.folder, "nowhere") };
    const added = await command.run(["add", `${entry}/`, "--render", "browser", "--yes"], { env });
    expect(added).toMatchObject({
      code: 1,
      err: expect.stringContaining("There is no browser at"),
    });
    expect(await command.listAdded()).toEqual([]);
    await command.hold(entry, ["home"], "browser");
    const checked = await command.run(["check", "home", "--json"], { env });
    expect(JSON.parse(checked.out)).toMatchObject([
      { failure: "browser", sentence: expect.stringContaining("correct PLAYWRIGHT_CHROMIUM") },
    ]);
    // What the first has read of it the second need not ask for.
    expect(command.heard.map(({ path }) => path)).toEqual(["/robots.txt"]);
  });

  it("archives what it fetched", async () => {
    const entry = await command.openPortal(pages);
    await command.run(["add", `${entry}/`, "--yes"]);
    const { store, close } = await openCorpus(command.readConfig());
    const files = await loadArchivedFiles(store);
    const records = await Promise.all(
      files.map((file) => loadRecordsOfFile(store, { file, from: 0, limit: 100 })),
    );
    await close();
    const targets = new Set(records.flat().map(({ target }) => target));
    const asked = new Set(command.heard.map(({ path }) => `${entry}${path}`));
    expect([...targets].toSorted()).toEqual([...asked].toSorted());
    expect(asked.size).toBe(4);
  });
});

describe("sources remove", () => {
  it("takes a source out for good, also one of the project's list, unless it is added again", async () => {
    const { code, err } = await command.run(["remove", "zoucheng", "nobody"]);
    expect(code).toBe(1);
    expect(err).toContain("no source nobody");
    await command.run(["list"]);
    expect((await command.listHeld()).map(({ id }) => id)).not.toContain("zoucheng");
    expect((await command.run(["remove", "gaoqing"])).code).toBe(0);
    const entry = await command.openPortal(pages);
    expect((await command.run(["add", `${entry}/`, "--id", "gaoqing", "--yes"])).code).toBe(2);
    expect((await command.run(["remove"])).code).toBe(2);
  });

  it("leaves the id to what it named: another source gets an id that none has had", async () => {
    const entry = await command.openPortal(pages);
    const add = async (path: string, ...words: readonly string[]) =>
      command.run([
        "add",
        `${entry}${path}`,
        "--kind",
        "column",
        "--division",
        "990121",
        "--yes",
        ...words,
      ]);
    expect((await add("/zwgk/zfxxgknb/", "--id", "ours")).code).toBe(0);
    await command.run(["remove", "ours"]);
    expect(await add("/lxz/zfxxgknb/", "--id", "ours")).toMatchObject({
      code: 2,
      err: expect.stringContaining("ours is taken by a source that was removed"),
    });
    await add("/zwgk/zfxxgknb/");
    expect((await command.listAdded()).map(({ id }) => id)).toEqual(["ours"]);
    await command.run(["remove", "ours"]);
    expect((await add("/lxz/zfxxgknb/")).code).toBe(0);
    const [named] = await command.listAdded();
    await command.run(["remove", named?.id ?? ""]);
    expect((await add("/other/")).code).toBe(0);
    expect((await command.listAdded()).map(({ id }) => id)).toEqual([`${named?.id}-2`]);
  });
});
