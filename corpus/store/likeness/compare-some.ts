import { holdEdition } from "./common-shingles.ts";
import type { Store } from "../open-store.ts";
import { compareReport } from "./compare-report.ts";
import type { Comparison } from "./comparison.ts";
import { forgetLost } from "./forget-likeness.ts";
import { loadStaleReports } from "./stale-reports.ts";

/** Reports that are compared in one transaction: few, since everything else waits for it on SQLite. */
const batchSize = 10;

/** What one step of comparing did: `last` is the id to go on after, null at the end. */
export interface ComparedSome {
  readonly count: number;
  readonly last: string | null;
}

/**
 * Compares the next reports after an id, in one transaction: all of it or nothing. Of several processes one compares at
 * a time. Null where another one learnt meanwhile what is common: begin again with that.
 */
export async function compareSome(
  { db }: Store,
  comparison: Comparison,
  after: string,
): Promise<ComparedSome | null> {
  return db.transaction().execute(async (trx) => {
    const { edition } = comparison;
    if ((await holdEdition(trx)) !== edition) return null;
    if (after === "") await forgetLost(trx);
    const stale = await loadStaleReports(trx, { edition, after, limit: batchSize });
    for (const report of stale) await compareReport(trx, report, comparison);
    return { count: stale.length, last: stale.at(-1)?.reportId ?? null };
  });
}
