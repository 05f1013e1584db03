import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoDivisions } from "../../demo/list-demo.ts";
import { ExtractPool } from "../../indexer/extract-pool.ts";
import { createRandom } from "../../demo/generator/random.ts";
import { damageBytes, damagePart } from "./damage-bytes.ts";
import { listOriginals, type Original } from "./list-originals.ts";

/** `npm run nightly` asks for fifty times as many, from another seed each night. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
const cases = 2_000 * factor;
/** Milliseconds: damaged files of 100 kB take some ten, so that a minute is a hang on any machine. */
const patience = 60_000;
const sentence = /^[A-Z].{20,300}\.$/u;

const folder = mkdtempSync(join(tmpdir(), "gongkai-fuzz-"));
const kept = join(tmpdir(), "gongkai-fuzz-failures");
let pool: ExtractPool;
beforeAll(() => {
  pool = new ExtractPool({ threads: availableParallelism(), divisionLists: [demoDivisions] });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

function damage({ name, bytes }: Original, at: number): Uint8Array {
  const random = createRandom(seed * 1_000_003 + at);
  const isZip = /\.(?:docx|xlsx|ofd)$/u.test(name);
  return isZip && random.happens(0.8) ? damagePart(bytes, random) : damageBytes(bytes, random);
}

/** What is wrong with how a damaged file is read; null where it is read or refused as it should be. */
async function judge(file: string): Promise<string | null> {
  try {
    const reading = await pool.read({ file, address: null }, patience);
    if (reading.fault === null) return null;
    const isHang = reading.fault.includes("given up");
    return isHang || !sentence.test(reading.fault) ? reading.fault : null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

it(
  `reads or refuses ${cases} damaged files with a sentence: no crash, no hang`,
  { timeout: 12 * 3_600_000 },
  async () => {
    const originals = listOriginals();
    const wrong: string[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < cases) {
        const at = next++;
        const original = originals[at % originals.length];
        if (!original) return;
        const file = join(folder, `${at}`);
        const bytes = damage(original, at);
        writeFileSync(file, bytes);
        const fault = await judge(file);
        rmSync(file);
        if (fault === null) continue;
        mkdirSync(kept, { recursive: true });
        writeFileSync(join(kept, `${seed}-${at}`), bytes);
        wrong.push(`${original.name}, case ${at}: ${fault} (kept in ${kept})`);
      }
    };
    await Promise.all(Array.from({ length: 2 * availableParallelism() }, work));
    expect(wrong).toEqual([]);
    expect(next).toBeGreaterThanOrEqual(cases);
  },
);
