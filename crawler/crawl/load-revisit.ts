import type { RunCause } from "../../corpus/run.ts";
import type { Revisit } from "../../corpus/store/frontier/build-revisited.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { isUnfinished, isWaiting } from "../../corpus/store/runs.ts";
import { formatTime } from "./crawl-parts.ts";
import { planRevisit } from "./plan-revisit.ts";

/** A crawl that was stopped not longer ago goes on where it was. Milliseconds. */
const goOnMs = 86_400_000;
/** So long after a crawl a scheduled one only takes up what the last one left due, in milliseconds. */
const goOnLatelyMs = 6 * 3_600_000;

/** A crawl of a source that begins at `now`, in milliseconds since 1970; with `all` it visits everything. */
export interface NewCrawl {
  readonly sourceId: string;
  readonly cause: RunCause;
  readonly now: number;
  readonly all: boolean;
}

/**
 * What a new crawl visits again; null where it only goes on with what is due already: one that was stopped, and a try
 * for what the last one left.
 */
export async function loadRevisit(store: Store, crawl: NewCrawl): Promise<Revisit | null> {
  const { sourceId, cause, now, all } = crawl;
  if (!all && cause === "retry") return null;
  if (!all && (await isUnfinished(store, sourceId, formatTime(now - goOnMs)))) return null;
  // Addresses of the last crawl wait for their hosts: lists were visited only just.
  const lately = formatTime(now - goOnLatelyMs);
  if (cause === "schedule" && (await isWaiting(store, sourceId, lately))) return null;
  return planRevisit(sourceId, { now, isEager: cause !== "schedule" || all, all });
}
