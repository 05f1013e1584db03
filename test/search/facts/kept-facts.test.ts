import { describe, expect, test } from "vitest";
import type { FactSource } from "../../../corpus/fact-source.ts";
import { readColumn } from "../../../search/facts/fact-columns.ts";
import { KeptFacts } from "../../../search/facts/kept-facts.ts";

const patienceMs = 60_000;

/** Reports by id, each with a version and its number; what was asked is counted. */
function openMemory(reports: Map<string, { readonly version: number; readonly x?: number }>) {
  const asked: number[] = [];
  let broken = false;
  const source: FactSource = {
    loadState: async () => {
      if (broken) throw new Error("gone");
      return JSON.stringify([...reports]);
    },
    loadCurrent: async (after, limit) =>
      [...reports]
        .filter(([id]) => id > after)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([reportId, { version }]) => ({ reportId, version })),
    loadFacts: async (versions) => {
      asked.push(...versions);
      return [...reports.values()].flatMap(({ version, x }) =>
        versions.includes(version) && x !== undefined
          ? [{ version, facts: new Map([["x", x]]) }]
          : [],
      );
    },
  };
  const setBroken = (value: boolean): void => {
    broken = value;
  };
  return { source, asked, setBroken };
}

async function readNumbers(facts: KeptFacts): Promise<Readonly<Record<string, number>>> {
  const columns = await facts.read();
  const values = readColumn(columns, "x");
  return Object.fromEntries(columns.reports.map((id, position) => [id, values[position] ?? 0]));
}

describe("kept facts", () => {
  test("follow what comes, changes and goes, and load nothing twice", async () => {
    const reports = new Map([
      ["a", { version: 1, x: 10 }],
      ["b", { version: 2, x: 20 }],
      ["c", { version: 3 }],
    ]);
    let now = 0;
    const { source, asked } = openMemory(reports);
    const facts = new KeptFacts(source, { readClock: () => now, patienceMs });
    expect(await readNumbers(facts)).toEqual({ a: 10, b: 20, c: Number.NaN });
    expect(asked).toEqual([1, 2, 3]);
    reports.set("b", { version: 4, x: 21 });
    reports.set("d", { version: 5, x: 40 });
    reports.delete("a");
    expect(await readNumbers(facts)).toMatchObject({ a: 10, b: 20 });
    now += 10_000;
    expect(await readNumbers(facts)).toEqual({ b: 21, c: Number.NaN, d: 40 });
    expect(asked).toEqual([1, 2, 3, 4, 5]);
  });

  test("stay the same columns while nothing changes", async () => {
    let now = 0;
    const { source } = openMemory(new Map([["a", { version: 1, x: 10 }]]));
    const facts = new KeptFacts(source, { readClock: () => now, patienceMs });
    const first = await facts.read();
    now += 10_000;
    expect(await facts.read()).toBe(first);
  });

  test("are the same after many small changes as after one load", async () => {
    let now = 0;
    const reports = new Map(
      Array.from({ length: 2_300 }, (_, index) => [
        `r-${String(index).padStart(4, "0")}`,
        { version: index + 1, x: index % 7 },
      ]),
    );
    const facts = new KeptFacts(openMemory(reports).source, { readClock: () => now, patienceMs });
    await facts.read();
    let version = 3_000;
    for (let round = 0; round < 12; round += 1) {
      for (let id = round; id < 2_300; id += 97) {
        const key = `r-${String(id).padStart(4, "0")}`;
        if (id % 3 === 0) reports.delete(key);
        else reports.set(key, { version: (version += 1), x: round * 1_000 });
      }
      reports.set(`s-${round}`, { version: (version += 1), x: -round });
      now += 10_000;
      await facts.read();
    }
    const afresh = new KeptFacts(openMemory(reports).source, { readClock: () => now, patienceMs });
    expect(await readNumbers(facts)).toEqual(await readNumbers(afresh));
    const columns = await facts.read();
    expect(columns.chunks.length).toBeLessThan(8);
    expect(columns.reports).toHaveLength(reports.size);
  });

  test("tell that the corpus cannot be asked, and ask again", async () => {
    const { source, setBroken } = openMemory(new Map([["a", { version: 1, x: 10 }]]));
    const facts = new KeptFacts(source, { readClock: () => 0, patienceMs });
    setBroken(true);
    await expect(facts.read()).rejects.toThrow("gone");
    setBroken(false);
    expect(await readNumbers(facts)).toEqual({ a: 10 });
  });

  test("are loaded once for all who come while they are", async () => {
    const { source, asked } = openMemory(new Map([["a", { version: 1, x: 10 }]]));
    const facts = new KeptFacts(source);
    const [one, two] = await Promise.all([facts.read(), facts.read()]);
    expect(one).toBe(two);
    expect(asked).toEqual([1]);
  });
});
