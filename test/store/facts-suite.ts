import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fact } from "../../corpus/fact.ts";
import { openFactSource } from "../../corpus/store/open-fact-source.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { removeDemo } from "../../corpus/store/remove-demo.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { buildSampleReport } from "./sample-report.ts";

/** What every store must do for searches by numbers, whichever database it stands on; see `describeStore`. */
export function describeFacts(name: string, reset: (() => Promise<Store>) | null): void {
  const state = reset === null ? " (skipped: it is not installed)" : "";
  describe.skipIf(reset === null)(`the numbers of reports on ${name}${state}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await (reset as () => Promise<Store>)();
    });
    afterEach(async () => {
      await store.close();
    });

    const save = (facts: readonly Fact[], year = 2023, digest = "a") =>
      saveReport(
        store,
        buildSampleReport({
          capture: { digest: digest.repeat(64) },
          extraction: { facts: [...facts], year },
        }),
      );
    const loadAll = async () => {
      const source = openFactSource(store);
      const current = await source.loadCurrent("", 10);
      const facts = await source.loadFacts(current.map(({ version }) => version));
      const numbers = new Map(facts.map((one) => [one.version, Object.fromEntries(one.facts)]));
      return current.map(({ reportId, version }) => [reportId, numbers.get(version)] as const);
    };

    it("come exactly, without blank cells and rows of no layout", async () => {
      const numbers = [0, 12_345.67, 0.1, 123_456_789.12, -3];
      const rows = ["newReceived", "carriedOver", "granted", "partial", "resultTotal"];
      const { reportId } = await save([
        ...rows.map((row, index) => buildFact({ row, value: numbers[index] ?? null })),
        buildFact({ row: "carriedForward", value: null }),
        buildFact({ row: "denied.属于工作秘密", value: 4 }),
        buildFact({ row: "newReceived", value: 99 }),
      ]);
      const expected = rows.map((row, index) => [`requests.${row}.total`, numbers[index]]);
      expect(await loadAll()).toEqual([[reportId, Object.fromEntries(expected)]]);
    });

    it("are those of their own cells, whatever a label holds", async () => {
      const forged = "denied.x\u001Frequests.granted";
      const { reportId } = await save([
        buildFact({ row: forged, value: 4 }),
        buildFact({ row: "newReceived", value: 12.5 }),
      ]);
      expect(await loadAll()).toEqual([[reportId, { "requests.newReceived.total": 12.5 }]]);
    });

    it("are none where a report has no table", async () => {
      const { reportId } = await save([]);
      expect(await loadAll()).toEqual([[reportId, undefined]]);
      expect(await openFactSource(store).loadFacts([])).toEqual([]);
    });

    it("are listed by report in the order of the ids, from any id on", async () => {
      const ids: string[] = [];
      for (const [index, year] of [2023, 2021, 2022].entries())
        ids.push((await save([], year, String(index))).reportId);
      const source = openFactSource(store);
      const first = await source.loadCurrent("", 2);
      const [one = "", two = "", three = ""] = ids.toSorted();
      expect(first.map(({ reportId }) => reportId)).toEqual([one, two]);
      expect(await source.loadCurrent(two, 2)).toMatchObject([{ reportId: three }]);
    });

    it("have another state whenever a report comes, changes or goes", async () => {
      const source = openFactSource(store);
      const states = [await source.loadState()];
      const note = async () => states.push(await source.loadState());
      await save([], 2023);
      await note();
      await save([buildFact({ row: "granted", value: 1 })], 2023);
      await note();
      await saveReport(store, {
        ...buildSampleReport({ capture: { digest: "d".repeat(64) }, extraction: { year: 2020 } }),
        demo: true,
      });
      await note();
      await removeDemo(store);
      await note();
      expect(new Set(states).size).toBe(states.length);
      expect(await source.loadState()).toBe(states.at(-1));
    });
  });
}

function buildFact({ row, value }: { readonly row: string; readonly value: number | null }): Fact {
  return {
    table: "requests",
    row,
    column: "total",
    value,
    raw: String(value),
    unit: null,
    label: row,
    at: { in: "text", table: 0, row: 0, column: 0, start: 0, end: 1 },
  };
}
