import type { Selectable } from "kysely";
import type { Run, RunCause, RunState } from "../run.ts";
import type { Store } from "./open-store.ts";
import type { RunTable } from "./crawl-tables.ts";

/** A crawl that begins. `owner` is the name of the process in its leases; `now` is ISO 8601 in UTC, here and below. */
export interface NewRun {
  readonly sourceId: string;
  readonly cause: RunCause;
  readonly now: string;
  readonly owner?: string;
}

/** Begins a crawl of a source and returns its id: whoever waited for one need wait no more. */
export async function beginRun({ db }: Store, run: NewRun): Promise<number> {
  const { sourceId, cause, now, owner = null } = run;
  return db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto("run")
      .values({
        source_id: sourceId,
        cause,
        owner,
        state: "running",
        started_at: now,
        heard_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const begun = trx.updateTable("source").where("id", "=", sourceId);
    await begun.set({ claimed_by: null, refusal: null, refused_at: null }).execute();
    // The schedule is computed anew from its end.
    if (cause === "command")
      await begun.set({ wanted_at: null, wanted_as: null, next_at: null }).execute();
    return id;
  });
}

/** Says that the process of these crawls still lives. */
export async function extendRuns(
  { db }: Store,
  ids: readonly number[],
  now: string,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("run")
    .set({ heard_at: now })
    .where("id", "in", [...ids])
    .execute();
}

export async function endRun(
  { db }: Store,
  { id, state, now }: { readonly id: number; readonly state: RunState; readonly now: string },
): Promise<void> {
  await db
    .updateTable("run")
    .set({ state, heard_at: now, ended_at: now })
    .where("id", "=", id)
    .execute();
}

/** Marks crawls as stopped whose process was not heard of since `before`: it died. Returns their sources. */
export async function endLostRuns({ db }: Store, before: string): Promise<readonly string[]> {
  const rows = await db
    .updateTable("run")
    .set((eb) => ({ state: "stopped", ended_at: eb.ref("heard_at") }))
    .where("state", "=", "running")
    .where("heard_at", "<", before)
    .returning("source_id")
    .execute();
  return [...new Set(rows.map((row) => row.source_id))];
}

/**
 * Whether the last crawl of a source that was more than a retry was stopped before its end, not earlier than `since`: what
 * it made due still is.
 */
export async function isUnfinished(
  { db }: Store,
  sourceId: string,
  since: string,
): Promise<boolean> {
  const last = await db
    .selectFrom("run")
    .where("source_id", "=", sourceId)
    .where("cause", "<>", "retry")
    .orderBy("id", "desc")
    .limit(1)
    .select(["state", "heard_at"])
    .executeTakeFirst();
  return last?.state === "stopped" && last.heard_at >= since;
}

/** Whether a crawl of a source ended since then and left addresses that wait for their hosts. */
export async function isWaiting({ db }: Store, sourceId: string, since: string): Promise<boolean> {
  const row = await db
    .selectFrom("run")
    .where("source_id", "=", sourceId)
    .where("state", "=", "done")
    .where("ended_at", ">=", since)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("address")
          .where("address.source_id", "=", sourceId)
          .where("address.state", "=", "due")
          // What is missing is looked for days later: nothing waits for its host until then.
          .where("address.absent_since", "is", null)
          .select("address.id"),
      ),
    )
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Crawls, newest first, of one source or of all. */
export async function loadRuns(
  { db }: Store,
  { sourceId, limit }: { readonly sourceId: string | null; readonly limit: number },
): Promise<readonly Run[]> {
  const all = db.selectFrom("run");
  const rows = await (sourceId === null ? all : all.where("source_id", "=", sourceId))
    .orderBy("id", "desc")
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(parseRun);
}

/** When the last full crawl of each source ended, or began if it goes on; of all sources or the one of an id. */
export async function loadLastFullCrawls(
  { db }: Store,
  sourceId?: string,
): Promise<ReadonlyMap<string, string>> {
  const full = db.selectFrom("run").where("cause", "<>", "retry");
  const rows = await (sourceId === undefined ? full : full.where("source_id", "=", sourceId))
    .groupBy("source_id")
    .select((eb) => ["source_id", eb.fn.max(eb.fn.coalesce("ended_at", "started_at")).as("at")])
    .execute();
  return new Map(rows.map((row) => [row.source_id, row.at]));
}

/** The last crawl of every source that had one. */
export async function loadLatestRuns({ db }: Store): Promise<readonly Run[]> {
  const rows = await db
    .selectFrom("run")
    .where("run.id", "in", (eb) =>
      eb.selectFrom("source").select((eb) =>
        eb
          .selectFrom("run as own")
          .whereRef("own.source_id", "=", "source.id")
          .select((eb) => eb.fn.max("own.id").as("last"))
          .as("last"),
      ),
    )
    .selectAll("run")
    .execute();
  return rows.map(parseRun);
}

function parseRun(row: Selectable<RunTable>): Run {
  return {
    id: row.id,
    sourceId: row.source_id,
    cause: row.cause as RunCause,
    state: row.state as RunState,
    startedAt: row.started_at,
    heardAt: row.heard_at,
    endedAt: row.ended_at,
    visits: row.visits,
    failures: row.failures,
    found: row.found,
    contents: row.contents,
    bytes: row.bytes,
  };
}
