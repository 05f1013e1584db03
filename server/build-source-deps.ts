import { buildSourceState } from "../corpus/build-source-state.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { SourceState } from "../corpus/source-state.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { loadRuns } from "../corpus/store/runs.ts";
import { reopenHosts } from "../corpus/store/frontier/reopen-hosts.ts";
import { pauseSource, requestVisits, resumeSource } from "../corpus/store/schedule.ts";
import { type CountedSources, countSources, noCounts } from "../corpus/store/source-counts.ts";
import {
  findLastVisit,
  loadFailedAddresses,
  loadVisitsAfter,
  loadWaitingHosts,
} from "../corpus/store/source-detail.ts";
import { loadSourceRows, type SourceRow } from "../corpus/store/source-rows.ts";
import type { AppDeps, Log, SourceAction } from "./app-deps.ts";
import { keepFor } from "./keep-for.ts";
import { ProgressFeed } from "./progress/progress-feed.ts";

type SourceDeps = Pick<AppDeps, "loadSources" | "loadSource" | "loadRuns" | "direct" | "progress">;

interface Parts {
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  readonly log: Log;
}

/** How old the counts of addresses and reports may be. States, schedules and crawls are always as they are. */
const countsLifeMs = 2_000;
const runsShown = 20;
const failuresShown = 100;

/** What the app knows of the crawler: all of it from the store. */
export function buildSourceDeps({ store, gazetteer, log }: Parts): SourceDeps {
  const count = keepFor(() => countSources(store), countsLifeMs);
  const build = (row: SourceRow, counted: CountedSources): SourceState => {
    const { id, division } = row.source;
    return buildSourceState(row, {
      counts: counted.counts.get(id) ?? noCounts,
      blocked: counted.blocked.has(id),
      region: division === null ? [] : gazetteer.path(division),
      now: readNow(),
    });
  };
  const loadSources = async () => {
    const [rows, counted] = await Promise.all([loadSourceRows(store), count()]);
    return rows.map((row) => build(row, counted));
  };
  return {
    loadSources,
    loadSource: async (id) => {
      const [row] = await loadSourceRows(store, id);
      if (row === undefined) return null;
      const source = build(row, await count());
      const [runs, hosts, failed] = await Promise.all([
        loadRuns(store, { sourceId: id, limit: runsShown }),
        loadWaitingHosts(store, { sourceId: id, now: readNow() }),
        loadFailedAddresses(store, { sourceId: id, limit: failuresShown }),
      ]);
      return { source, runs: [...runs], hosts: [...hosts], failed: [...failed] };
    },
    loadRuns: (wish) => loadRuns(store, wish),
    direct: (id, action) => direct(store, id, action),
    progress: new ProgressFeed({
      loadSources,
      loadVisits: (wish) => loadVisitsAfter(store, wish),
      findLastVisit: () => findLastVisit(store),
      complain: (error) => log.error({ err: error }, "progress cannot be read"),
    }),
  };
}

async function direct(store: Store, id: string, action: SourceAction): Promise<boolean> {
  if (action === "pause") return pauseSource(store, id);
  if (action === "resume") return resumeSource(store, id, readNow());
  // What wanted proof of a person is asked for again by the next crawl.
  if (action === "reopen") await reopenHosts(store, id, readNow());
  return (await requestVisits(store, [id], readNow())).length > 0;
}

function readNow(): string {
  return new Date().toISOString();
}
