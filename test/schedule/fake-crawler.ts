import type { Crawler } from "../../crawler/crawler.ts";
import type { RunCause } from "../../corpus/run.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { beginRun, endRun } from "../../corpus/store/runs.ts";

/** A crawler that fetches nothing: its runs are real, and end when the test says so. */
export interface FakeCrawler extends Crawler {
  readonly begun: readonly { readonly id: string; readonly cause: RunCause }[];
  readonly finish: (sourceId: string) => Promise<void>;
}

/** `refuse` may throw for a source that cannot begin. */
export function openFakeCrawler(
  store: Store,
  readNow: () => string,
  refuse: (sourceId: string) => void = () => {},
): FakeCrawler {
  const running = new Map<string, number>();
  const begun: { id: string; cause: RunCause }[] = [];
  const end = async (sourceId: string, state: "done" | "stopped") => {
    const id = running.get(sourceId);
    if (id === undefined) return;
    await endRun(store, { id, state, now: readNow() });
    running.delete(sourceId);
  };
  return {
    owner: "fake",
    begun,
    begin: async ({ id: sourceId }, cause) => {
      refuse(sourceId);
      const id = await beginRun(store, { sourceId, cause, now: readNow() });
      running.set(sourceId, id);
      begun.push({ id: sourceId, cause });
      return id;
    },
    stop: (sourceId) => end(sourceId, "stopped"),
    finish: (sourceId) => end(sourceId, "done"),
    listRunning: () => [...running.keys()],
    waitUntilIdle: async () => {},
    close: async () => {
      for (const id of running.keys()) await end(id, "stopped");
    },
  };
}
