import type { Selectable } from "kysely";
import type { Run, RunCause, RunState } from "../run.ts";
import type { Store } from "./open-store.ts";
import type { RunTable } from "./schema.ts";

/** Begins a crawl of a source and returns its id. `now` is ISO 8601 in UTC, here and below. */
export async function beginRun(
  { db }: Store,
  {
    sourceId,
    cause,
    now,
  }: { readonly sourceId: string; readonly cause: RunCause; readonly now: string },
): Promise<number> {
  const { id } = await db
    .insertInto("run")
    .values({ source_id: sourceId, cause, state: "running", started_at: now, heard_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
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
