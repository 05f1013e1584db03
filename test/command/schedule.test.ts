import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../../command/run-program.ts";
import { schedule } from "../../command/schedule.ts";
import { parseConfig } from "../../config.ts";
import { saveSources } from "../../corpus/store/sources.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-schedule-"));
afterAll(() => rmSync(folder, { recursive: true }));
const config = parseConfig({ GONGKAI_DATA: folder });

beforeAll(async () => {
  const store = await openEmptyStore(join(folder, "gongkai.db"));
  const source = {
    division: "990101",
    agency: null,
    kind: "portal",
    render: "http",
    notes: "虚构",
  } as const;
  await saveSources(
    store,
    ["qingshan", "liuquan"].map((id) => ({ ...source, id, entry: `http://www.${id}.gov.test/` })),
    "added",
  );
  const stranger = { ...source, id: "lanchuan", entry: "http://www.lanchuan.gov.example/" };
  await saveSources(store, [stranger], "added");
  await store.close();
});

async function run(...words: readonly string[]) {
  const { terminal, read } = openMemoryTerminal();
  const program = { version: "1", commands: [schedule], readConfig: () => config, terminal };
  const code = await runProgram(["schedule", ...words], program);
  return { code, ...read() };
}

async function readSchedules(): Promise<Readonly<Record<string, string>>> {
  const { out } = await run("list", "--json");
  const rows = JSON.parse(out) as readonly { readonly id: string; readonly schedule: string }[];
  return Object.fromEntries(rows.map(({ id, schedule }) => [id, schedule]));
}

describe("schedule list", () => {
  it("shows when each source was and will be visited, and why", async () => {
    const { code, out, err } = await run("list");
    expect(code).toBe(0);
    expect(out).toMatch(/^source +schedule +last visit +next visit +why\n/u);
    expect(out).toMatch(/^qingshan +auto +never +.+ it has not been visited yet/mu);
    expect(err).toMatch(/\d+ sources; times in China/u);
  });

  it("prints the same for machines", async () => {
    const { out } = await run("list", "--json");
    expect(JSON.parse(out)).toContainEqual({
      id: "qingshan",
      schedule: "auto",
      paused: false,
      state: "idle",
      lastRun: null,
      next: expect.toSatisfy((at) => at === null || !Number.isNaN(Date.parse(String(at)))),
      why: expect.stringContaining("it has not been visited yet"),
    });
  });
});

describe("schedule set", () => {
  it.each([
    [["qingshan", "12h"], { qingshan: "every 12h", liuquan: "auto" }],
    [["qingshan", "liuquan", "every", "7d"], { qingshan: "every 7d", liuquan: "every 7d" }],
    [["liuquan", "30 9 * * 1"], { qingshan: "every 7d", liuquan: "30 9 * * 1" }],
    [["qingshan", "off"], { qingshan: "off", liuquan: "30 9 * * 1" }],
  ])("%j", async (words, expected) => {
    const { code, err } = await run("set", ...words);
    expect([code, err]).toEqual([0, expect.stringContaining(words[0] ?? "")]);
    expect(await readSchedules()).toMatchObject(expected);
  });

  it("warns of a source that is not visited without a contact", async () => {
    const { err } = await run("set", "lanchuan", "qingshan", "7d");
    expect(err).toContain("Not visited before GONGKAI_CONTACT is set: lanchuan.");
    for (const id of ["lanchuan", "qingshan"])
      expect((await run("set", id, "off")).err).not.toContain("GONGKAI_CONTACT");
  });

  it.each([
    [["set", "qingshan", "sometimes"], "write auto, off, an interval such as 12h or 7d, or a cron"],
    [["set", "qingshan", "9 9 9"], "is no schedule"],
    [["set", "qingshan"], "schedule set <source…> <schedule>"],
    [["set", "qingshan", "nowhere", "auto"], "there is no source nowhere"],
    [["set", "qingshan", "nowhere", "sometimes"], "there is no source nowhere"],
    [["set", "qingshan", ..."30 9 * * 1".split(" ")], "Put a cron line in quotes."],
    [["set", "qingshan", "* * * * *"], "less than an hour apart"],
    [["list", "qingshan"], "write npx gongkai schedule list"],
    [["burn"], "write npx gongkai schedule list"],
  ])("%j is refused with what may be written, and changes nothing", async (words, message) => {
    const before = await readSchedules();
    const { code, err } = await run(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(await readSchedules()).toEqual(before);
  });
});
