import type { Run } from "../run.ts";
import type { Store } from "./open-store.ts";
import { loadLastFullCrawls, loadLatestRuns } from "./runs.ts";
import { type HeldRefusal, readRefusal } from "./source-refusals.ts";
import { readWantedAs } from "./schedule.ts";
import { type HeldSource, readSource } from "./sources.ts";

/**
 * A source with its schedule as text, when it is visited next, since when a person waits for a visit, its last crawl, and
 * when the last one ended (or began, if it goes on) that visited all it should.
 */
export interface SourceRow {
  readonly source: HeldSource;
  readonly schedule: string | null;
  readonly nextAt: string | null;
  readonly wantedAt: string | null;
  /** As what that visit begins. */
  readonly wantedAs: "request" | "retry";
  /** Why a worker refused to begin when it last could, and when; null since a crawl has begun. */
  readonly refusal: HeldRefusal | null;
  readonly paused: boolean;
  readonly lastRun: Run | null;
  readonly lastFullAt: string | null;
}

/** Every source that was not removed, in the order of their ids, or the one of an id. */
export async function loadSourceRows(store: Store, id?: string): Promise<readonly SourceRow[]> {
  const all = store.db.selectFrom("source").where("removed", "=", 0);
  const rows = await (id === undefined ? all : all.where("id", "=", id))
    .orderBy("id")
    .selectAll()
    .execute();
  const runs = new Map((await loadLatestRuns(store)).map((run) => [run.sourceId, run]));
  const full = await loadLastFullCrawls(store, id);
  return rows.map((row) => ({
    source: readSource(row),
    schedule: row.schedule,
    nextAt: row.next_at,
    wantedAt: row.wanted_at,
    wantedAs: readWantedAs(row.wanted_as),
    refusal: readRefusal(row),
    paused: row.paused !== 0,
    lastRun: runs.get(row.id) ?? null,
    lastFullAt: full.get(row.id) ?? null,
  }));
}
