import { loadIndexingState } from "../corpus/store/indexing.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { countPendingReadings } from "../corpus/store/readings.ts";
import { countUnfinished, requestVisits, setSchedule } from "../corpus/store/schedule.ts";
import { saveSources } from "../corpus/store/sources.ts";
import { buildDemoPortals } from "../demo/portal/demo-portals.ts";
import type { Terminal } from "./terminal.ts";

/** Asks for a crawl of the fictional portals, so that there is something to look at in an empty corpus. */
export async function addDemo(store: Store, terminal: Terminal): Promise<void> {
  const portals = buildDemoPortals();
  const sources = portals.flatMap((portal) => portal.sources);
  const reports = portals.reduce((sum, { truth }) => sum + truth.length, 0);
  terminal.say(
    `The corpus is empty: ${portals.length} fictional portals on this machine with ${reports} reports (示例数据) are crawled now, faster than any real site would be. ` +
      "`npx gongkai import --without-demo <path>` replaces them with yours.",
  );
  const ids = sources.map(({ id }) => id);
  await saveSources(store, sources, "demo");
  await setSchedule(store, ids, "auto");
  await requestVisits(store, ids, new Date().toISOString());
}

/** Whether everything that the crawl brought has been read and can be searched. */
export async function isDemoLoaded(store: Store): Promise<boolean> {
  if ((await countUnfinished(store)) > 0 || (await countPendingReadings(store)) > 0) return false;
  return (await loadIndexingState(store)).pending === 0;
}
