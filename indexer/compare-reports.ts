import { ShingleReader } from "../corpus/likeness/shingle-reader.ts";
import { learnCommonShingles } from "../corpus/store/likeness/common-shingles.ts";
import { compareSome } from "../corpus/store/likeness/compare-some.ts";
import { OwnNames } from "../corpus/store/likeness/own-names.ts";
import { countStaleReports } from "../corpus/store/likeness/stale-reports.ts";
import type { Store } from "../corpus/store/open-store.ts";
import type { JobWatch } from "./index-targets.ts";

type Watch = Pick<JobWatch, "stop" | "onCompared">;

/**
 * Finds what reports have in common, for all that are new or say something else than when they were compared. Belongs
 * before documents are built: reports whose sections are copies of others now, or no longer, become pending. A kill
 * loses at most the comparing of ten reports. Returns how many there were.
 */
export async function compareReports(store: Store, watch: Watch = {}): Promise<number> {
  let done = 0;
  for (;;) {
    const { found, overtaken } = await compareOnce(store, watch, done);
    done += found;
    // Those before the last one may have lost meanwhile what they were like: they are compared again.
    if ((found === 0 && !overtaken) || watch.stop?.aborted === true) return done;
  }
}

/** What going through the reports did: `overtaken` where another process learnt meanwhile what is common. */
interface Round {
  readonly found: number;
  readonly overtaken: boolean;
}

/** Goes through all reports once, from the first id to the last, unless overtaken; `found` had to be compared. */
async function compareOnce(store: Store, watch: Watch, before: number): Promise<Round> {
  const { edition, byKind } = await learnCommonShingles(store);
  const comparison = { edition, reader: new ShingleReader(byKind), names: new OwnNames() };
  const total = before + (await countStaleReports(store, edition));
  let after: string | null = "";
  let found = 0;
  while (after !== null && watch.stop?.aborted !== true) {
    const some = await compareSome(store, comparison, after);
    if (some === null) return { found, overtaken: true };
    after = some.last;
    found += some.count;
    if (after !== null) watch.onCompared?.(before + found, Math.max(total, before + found));
  }
  return { found, overtaken: false };
}
