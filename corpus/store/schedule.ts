import { type Expression, type ExpressionBuilder, sql } from "kysely";
import type { RunCause } from "../run.ts";
import type { Store } from "./open-store.ts";
import type { Schema } from "./schema.ts";
import { type HeldSource, readSource } from "./sources.ts";

/** Sets when sources are visited; null: never by themselves. Returns the ids of those there are. */
export async function setSchedule(
  { db }: Store,
  ids: readonly string[],
  schedule: string | null,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable("source")
    .set({ schedule, next_at: null })
    .where("id", "in", [...ids])
    .where("removed", "=", 0)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/** A source whose next visit is not known yet. `last` is when its last full crawl ended. */
export interface UnplannedSource {
  readonly id: string;
  readonly schedule: string;
  readonly last: string | null;
}

/** Sources with a schedule whose next visit nobody has computed, and that nobody is crawling. */
export async function loadUnplanned({ db }: Store): Promise<readonly UnplannedSource[]> {
  const rows = await db
    .selectFrom("source")
    .where("schedule", "is not", null)
    .where("next_at", "is", null)
    .where("removed", "=", 0)
    .where((eb) => eb.not(isRunning(eb)))
    .select((eb) => [
      "id",
      "schedule",
      eb
        .selectFrom("run")
        .whereRef("run.source_id", "=", "source.id")
        .where("run.cause", "<>", "retry")
        .select((eb) => eb.fn.max("run.ended_at").as("last"))
        .as("last"),
    ])
    .execute();
  return rows.map(({ id, schedule, last }) => ({ id, schedule: schedule ?? "off", last }));
}

/** Notes when a source is visited next, unless somebody has changed its schedule meanwhile. */
export async function planVisit(
  { db }: Store,
  {
    id,
    schedule,
    nextAt,
  }: { readonly id: string; readonly schedule: string | null; readonly nextAt: string | null },
): Promise<void> {
  await db
    .updateTable("source")
    .set({ next_at: nextAt })
    .where("id", "=", id)
    .where("schedule", "is not distinct from", schedule)
    .execute();
}

/** `night`: sources on `auto` wait till morning, those of the demo excepted. Times are ISO 8601 in UTC. */
export interface SourceWish {
  readonly now: string;
  /** If the crawl has not begun by then, because the process died, the source is due again. */
  readonly until: string;
  readonly night: boolean;
  /** The process that is about to crawl, by its name in leases. */
  readonly owner?: string;
}

export interface ClaimedSource {
  readonly source: HeldSource;
  readonly schedule: string | null;
  readonly cause: RunCause;
  /** Whether it was claimed before for a crawl that did not begin. */
  readonly isAgain: boolean;
}

/**
 * Takes a source that a person asked for or that is due, the longest waiting first; null where there is none. Of
 * several workers one gets it: the row no longer fits once one of them has written.
 */
export async function claimSource(store: Store, wish: SourceWish): Promise<ClaimedSource | null> {
  const { db } = store;
  const due = await db
    .selectFrom("source")
    .where((eb) => isDue(eb, wish))
    .orderBy((eb) => eb.fn.coalesce("wanted_at", "next_at"))
    .orderBy("id")
    .select(["id", "wanted_at", "wanted_as", "claimed_by"])
    .executeTakeFirst();
  if (due === undefined) return null;
  const row = await db
    .updateTable("source")
    .set({
      wanted_at: null,
      wanted_as: null,
      next_at: wish.until,
      claimed_by: wish.owner ?? null,
    })
    .where("id", "=", due.id)
    .where("wanted_at", "is not distinct from", due.wanted_at)
    .where((eb) => isDue(eb, wish))
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const cause = due.wanted_at === null ? "schedule" : readWantedAs(due.wanted_as);
  const isAgain = due.claimed_by !== null;
  return { source: readSource(row), schedule: row.schedule, cause, isAgain };
}

/** As what a crawl begins that was asked for: one that goes on keeps its kind, where that visits less than others. */
export function readWantedAs(wantedAs: string | null): "request" | "retry" {
  return wantedAs === "retry" ? "retry" : "request";
}

/** For a person: asks for a visit as soon as a worker is free. Returns the ids of those there are. */
export async function requestVisits(
  { db }: Store,
  ids: readonly string[],
  now: string,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable("source")
    .set({ wanted_at: now, wanted_as: null })
    .where("id", "in", [...ids])
    .where("removed", "=", 0)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Asks for the crawls of sources to go on that broke off: as what they were, unless a person has asked for more. */
export async function resumeVisits(
  { db }: Store,
  ids: readonly string[],
  now: string,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("source")
    .set((eb) => buildGoingOn(eb, now))
    .where("id", "in", [...ids])
    .where("removed", "=", 0)
    .execute();
}

/** The wish for a crawl to go on that was stopped. */
export function buildGoingOn(eb: SourceExpressions, now: string) {
  const isRetry = eb.exists(queryStopped(eb).where("run.cause", "=", "retry"));
  return {
    wanted_at: eb.fn.coalesce("wanted_at", eb.val(now)),
    wanted_as: eb
      .case()
      .when(eb.and([eb("wanted_at", "is", null), isRetry]))
      .then(sql.lit("retry"))
      .else(eb.ref("wanted_as"))
      .end(),
  };
}

/** Keeps workers from a source; a crawl under way ends. False where there is no such source. */
export async function pauseSource({ db }: Store, id: string): Promise<boolean> {
  const row = await db
    .updateTable("source")
    .set({ paused: 1 })
    .where("id", "=", id)
    .where("removed", "=", 0)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets workers have a source again; a crawl that was stopped goes on. False where there is no such source. */
export async function resumeSource({ db }: Store, id: string, now: string): Promise<boolean> {
  const row = await db
    .updateTable("source")
    .set((eb) => {
      const isGoingOn = eb.and([eb("paused", "=", 1), eb.exists(queryStopped(eb))]);
      const goingOn = buildGoingOn(eb, now);
      const choose = (wish: Expression<string | null>, kept: "wanted_at" | "wanted_as") =>
        eb.case().when(isGoingOn).then(wish).else(eb.ref(kept)).end();
      return {
        paused: 0,
        wanted_at: choose(goingOn.wanted_at, "wanted_at"),
        wanted_as: choose(goingOn.wanted_as, "wanted_as"),
      };
    })
    .where("id", "=", id)
    .where("removed", "=", 0)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of the sources that must not be crawled: paused or removed since. */
export async function listHalted(
  { db }: Store,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("source")
    .where("id", "in", [...ids])
    .where((eb) => eb.or([eb("paused", "=", 1), eb("removed", "=", 1)]))
    .select("id")
    .execute();
  return rows.map((row) => row.id);
}

type SourceExpressions = ExpressionBuilder<Schema, "source">;

function isDue(eb: SourceExpressions, { now, night }: SourceWish) {
  const visitor = eb.or([
    eb("schedule", "is distinct from", "auto"),
    eb("origin", "=", "demo"),
    eb.lit(!night),
  ]);
  return eb.and([
    eb("paused", "=", 0),
    eb("removed", "=", 0),
    eb.or([eb("wanted_at", "is not", null), eb.and([eb("next_at", "<=", now), visitor])]),
    eb.not(isRunning(eb)),
  ]);
}

function isRunning(eb: SourceExpressions) {
  return eb.exists(
    eb
      .selectFrom("run")
      .whereRef("run.source_id", "=", "source.id")
      .where("run.state", "=", "running")
      .select("run.id"),
  );
}

/** The last crawl of a source, where it was stopped before its end. */
function queryStopped(eb: SourceExpressions) {
  return eb
    .selectFrom("run")
    .whereRef("run.source_id", "=", "source.id")
    .where("run.state", "=", "stopped")
    .where((run) =>
      run.not(
        run.exists(
          run
            .selectFrom("run as later")
            .whereRef("later.source_id", "=", "run.source_id")
            .whereRef("later.id", ">", "run.id")
            .select("later.id"),
        ),
      ),
    )
    .select("run.id");
}

/** Sources that are visited by themselves, in the order of their ids. */
export async function loadScheduledIds({ db }: Store): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("source")
    .where("schedule", "is not", null)
    .where("schedule", "!=", "off")
    .where("removed", "=", 0)
    .where("paused", "=", 0)
    .orderBy("id")
    .select("id")
    .execute();
  return rows.map((row) => row.id);
}

/** How many sources of the demo are being crawled, or wait for a crawl that a person asked for. */
export async function countUnfinished({ db }: Store): Promise<number> {
  const rows = await db
    .selectFrom("source")
    .where("origin", "=", "demo")
    .where("removed", "=", 0)
    .where((eb) => eb.or([eb("wanted_at", "is not", null), isRunning(eb)]))
    .select("id")
    .execute();
  return rows.length;
}
