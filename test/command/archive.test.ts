import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archive } from "../../command/archive.ts";
import { exportData } from "../../command/export.ts";
import { runProgram } from "../../command/run-program.ts";
import { parseConfig } from "../../config.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { openCorpus } from "../../corpus/main.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { importFile } from "../../indexer/import-file.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-archive-command-"));
afterAll(() => rmSync(folder, { recursive: true }));
const config = parseConfig({ GONGKAI_DATA: folder });

beforeAll(async () => {
  const { store, archive, close } = await openCorpus(config);
  const gazetteer = loadGazetteer([demoDivisions]);
  const readClock = () => "2024-02-01T00:00:00.000Z";
  for (const { file, address } of listDemoFiles().filter(({ file }) => file.includes("qingshan"))) {
    const input = { file, address, agency: null, year: null, demo: true };
    await importFile(input, { store, archive, gazetteer, readClock });
  }
  await close();
});

async function run(...words: readonly string[]) {
  const { terminal, read } = openMemoryTerminal();
  const code = await runProgram(words, {
    version: "1",
    commands: [archive, exportData],
    readConfig: () => config,
    terminal,
  });
  return { code, ...read() };
}

function locateFile(): string {
  const names = readdirSync(join(folder, "archive"));
  return join(folder, "archive", names.find((name) => name.endsWith(".warc.gz")) ?? "");
}

describe("archive verify", () => {
  it("says that all is whole", async () => {
    const { code, err } = await run("archive", "verify");
    expect(err).toMatch(/\d+ records in 1 files \([\d.]+ MB\): all whole/u);
    expect(code).toBe(0);
  });

  it("names each fault with its place, and ends with 1", async () => {
    const whole = readFileSync(locateFile());
    const changed = Buffer.from(whole);
    changed[1000] = 255 - (changed[1000] ?? 0);
    writeFileSync(locateFile(), changed);
    const { code, out } = await run("archive", "verify");
    const json = await run("archive", "verify", "--json");
    writeFileSync(locateFile(), whole);
    expect(code).toBe(1);
    expect(out).toMatch(/^gongkai-.*\.warc\.gz at \d+, \S+: .+\n$/u);
    expect(JSON.parse(json.out)).toMatchObject({
      files: 1,
      faults: [{ file: expect.stringMatching(/^gongkai-/u), offset: expect.any(Number) }],
    });
    expect(json.code).toBe(1);
  });

  it("takes no file for an archive that is whole", async () => {
    const kept = join(folder, "archive");
    renameSync(kept, `${kept}-kept`);
    writeFileSync(kept, "");
    const { code, out } = await run("archive", "verify");
    rmSync(kept);
    renameSync(`${kept}-kept`, kept);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining("a file stands where the archive folder should be"),
    ]);
  });

  it("refuses other words", async () => {
    expect(await run("archive", "burn")).toMatchObject({
      code: 2,
      err: expect.stringContaining("archive verify"),
    });
  });
});

describe("export wacz", () => {
  it.each(["青山县", "990121"])("writes the originals of %s and a year", async (region) => {
    const out = join(folder, "out.wacz");
    const { code, err } = await run(
      "export",
      "wacz",
      "--region",
      region,
      "--year",
      "2023",
      "--out",
      out,
    );
    expect([code, err]).toEqual([0, expect.stringMatching(/^[1-9]\d* pages, [1-9]\d* records/u)]);
    const pages = Buffer.from(unzipSync(readFileSync(out))["pages/pages.jsonl"] ?? []).toString();
    expect(pages).toContain("青山县");
    expect(pages).toContain("2023");
    expect(pages).not.toContain("2022");
  });

  it("says in a sentence that its folder is not there", async () => {
    const out = join(folder, "nowhere", "x.wacz");
    const place = ["--region", "青山县", "--year", "2023", "--out", out];
    const { code, err } = await run("export", "wacz", ...place);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining("x.wacz cannot be written: its folder is not there."),
    ]);
  });

  it("says where nothing is held, and what to write", async () => {
    expect(await run("export", "wacz", "--region", "青山县", "--year", "2009")).toMatchObject({
      code: 1,
      err: expect.stringContaining("No report of 青山县 for 2009"),
    });
    expect((await run("export", "wacz", "--region", "无此县", "--year", "2023")).code).toBe(2);
    expect((await run("export", "wacz", "--region", "青山县")).code).toBe(2);
    expect((await run("export", "tar")).code).toBe(2);
  });
});
