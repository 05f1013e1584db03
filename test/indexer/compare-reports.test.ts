import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KyselyPlugin } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnCommonShingles } from "../../corpus/store/likeness/common-shingles.ts";
import { openStore, type Store } from "../../corpus/store/open-store.ts";
import { saveReport } from "../../corpus/store/save-report.ts";
import { compareReports } from "../../indexer/compare-reports.ts";
import { buildSampleReport } from "../store/sample-report.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

/** As many as it takes for anything to be common. */
const agencies = 31;

let folder: string;
let store: Store;
let other: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-compare-"));
  store = await openEmptyStore(join(folder, "gongkai.db"));
  other = await openStore({ file: join(folder, "gongkai.db") });
  await keep(store, 0);
});
afterEach(async () => {
  await store.close();
  await other.close();
  rmSync(folder, { recursive: true });
});

async function keep(into: Store, at: number): Promise<void> {
  const name = `${at}号镇人民政府`;
  await saveReport(
    into,
    buildSampleReport({
      extraction: { agency: { name, printed: name, kind: "government" } },
      capture: { digest: String(at).padStart(64, "0"), address: `http://x.example/${at}` },
    }),
  );
}

/** The store as one process has it, for which something happens between learning what is common and comparing by it. */
function interruptAfterLearning(happen: () => Promise<void>): Store {
  let happened = false;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (!happened && result.rows.some((row) => "shingles" in row)) {
        happened = true;
        await happen();
      }
      return result;
    },
  };
  return { ...store, db: store.db.withPlugin(plugin) };
}

test("begins again where another process learnt meanwhile what is common", async () => {
  const editions: number[] = [];
  const interrupted = interruptAfterLearning(async () => {
    for (let at = 1; at < agencies; at += 1) await keep(other, at);
    editions.push((await learnCommonShingles(other)).edition);
  });
  expect(await compareReports(interrupted)).toBe(agencies);
  expect(editions).toEqual([agencies]);
  expect(await compareReports(store)).toBe(0);
});
