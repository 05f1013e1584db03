import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { extractFiles } from "../../indexer/extract-files.ts";
import { ExtractPool } from "../../indexer/extract-pool.ts";
import type { FileReading } from "../../indexer/file-reading.ts";
import { loadFileReading } from "../../indexer/file-reading.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-many-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Many files, a broken one among the first and the last, and large ones: a thread is started for no less. */
function writeMany(count: number): readonly string[] {
  const demo = listDemoFiles();
  return Array.from({ length: count }, (_, at) => {
    const { file } = demo[at % demo.length] ?? { file: "" };
    const copy = join(folder, `${at}-${basename(file)}`);
    if (at % 29 === 1) writeFileSync(copy, "%PDF-1.7 broken");
    else copyFileSync(file, copy);
    if (at % 3 === 0) appendFileSync(copy, " ".repeat(1_500_000));
    return copy;
  });
}

async function collect(readings: AsyncIterable<FileReading>): Promise<readonly FileReading[]> {
  const all: FileReading[] = [];
  for await (const reading of readings) all.push(reading);
  return all;
}

describe("many files", () => {
  it("are read in threads as they are one by one, in the order given", async () => {
    const files = writeMany(65).map((file) => ({ file, address: null }));
    const gazetteer = loadGazetteer([demoDivisions]);
    const loadPlaces = () => {
      throw new Error("read in the main thread");
    };
    const readings = await collect(
      extractFiles({ files, loadPlaces, divisionLists: [demoDivisions] }),
    );
    const expected: FileReading[] = [];
    for (const file of files) expected.push(await loadFileReading(file, gazetteer));
    expect(readings).toEqual(expected);
    expect(readings.filter(({ fault }) => fault !== null).length).toBe(3);
  });

  it("end when they are asked to stop", async () => {
    const files = writeMany(65).map((file) => ({ file, address: null }));
    const stopping = new AbortController();
    const readings = extractFiles({
      files,
      stop: stopping.signal,
      divisionLists: [demoDivisions],
      loadPlaces: () => loadGazetteer([demoDivisions]),
    });
    await readings.next();
    stopping.abort();
    expect((await collect(readings)).length).toBeLessThan(35);
  });
});

describe("the program", () => {
  it("ends quietly when its reader has seen enough", async () => {
    const program = join(import.meta.dirname, "../../bin.js");
    const files = writeMany(40);
    const child = spawn(process.execPath, [program, "extract", ...files], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let complaints = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
    child.stdout.once("data", () => child.stdout.destroy());
    const [code] = (await once(child, "close")) as [number | null];
    expect(complaints).not.toContain("EPIPE");
    expect(code).toBe(0);
  });
});

describe("a file that takes too long", () => {
  let pool: ExtractPool;
  beforeAll(() => {
    pool = new ExtractPool({ threads: 1, divisionLists: [demoDivisions] });
  });
  afterAll(() => pool.close());

  it("is given up with a sentence, and the next one is read", async () => {
    const file = listDemoFiles()[0]?.file ?? "";
    const readings = [1, undefined, 1, undefined].map((patience) =>
      pool.read({ file, address: null }, patience),
    );
    const tooLong = { file, fault: expect.stringContaining("took too long") };
    const read = expect.objectContaining({ file, fault: null });
    expect(await Promise.all(readings)).toEqual([tooLong, read, tooLong, read]);
  });
});
