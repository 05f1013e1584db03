import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawTable, drawText, writePdf } from "./write-pdf.ts";

const run = promisify(execFile);
const script = join(import.meta.dirname, "read-damaged.ts");
const real = join(import.meta.dirname, "../../../shared/corpus/huaian-2024.pdf");

/** `npm run nightly` reads fifty times as many. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);

/** Reads damaged copies of a file in another process, which ends with code 0 only if nothing got out of hand. */
async function readDamaged(file: string, count: number): Promise<unknown> {
  const { stdout } = await run(process.execPath, [
    "--import",
    "tsx",
    script,
    file,
    String(count),
    "1",
  ]);
  return JSON.parse(stdout);
}

describe("a process that reads damaged PDFs", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gongkai-pdf-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it("outlives pages that nobody asked for and that are broken", async () => {
    const texts = [
      ["规章", "3"],
      ["行政许可", "25"],
    ];
    const content = drawTable({ xs: [60, 200, 300], ys: [700, 680, 660], texts });
    const pages = Array.from({ length: 6 }, (_, at) => ({
      content: content + drawText(`第${at}段`, { x: 60, y: 600 }),
    }));
    const file = join(folder, "many-pages.pdf");
    await writeFile(file, writePdf({ pages }));
    const count = 150 * factor;
    const outcomes = await readDamaged(file, count);
    expect(outcomes).toEqual({ read: expect.any(Number), refused: expect.any(Number) });
    expect(
      Object.values(outcomes as Record<string, number>).reduce((sum, some) => sum + some),
    ).toBe(count);
  });

  it.skipIf(!existsSync(real))("outlives a damaged real report", async () => {
    const count = 20 * factor;
    const outcomes = await readDamaged(real, count);
    expect(
      Object.values(outcomes as Record<string, number>).reduce((sum, some) => sum + some),
    ).toBe(count);
  });
});
