import type { Selectable } from "kysely";
import { type Source, sourceSchema } from "../source.ts";
import type { Store } from "./open-store.ts";
import type { SourceTable } from "./crawl-tables.ts";

/** Where a source comes from: the project's list, a person, or the fictional demo. */
export const sourceOrigins = ["list", "added", "demo"] as const;
export type SourceOrigin = (typeof sourceOrigins)[number];

export interface HeldSource extends Source {
  readonly origin: SourceOrigin;
}

export interface KnownSource extends HeldSource {
  readonly isRemoved: boolean;
}

/**
 * Keeps sources by their id; one that a person removed stays removed unless a person adds it again. New ones are visited
 * by themselves (`auto`) unless they come from the project's list, of which a person chooses.
 */
export async function saveSources(
  { db }: Store,
  sources: readonly Source[],
  origin: SourceOrigin,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { id, division, ...source } of sources) {
      const values = { ...source, division_code: division, origin };
      const again = origin === "list" ? values : { ...values, removed: 0 };
      await trx
        .insertInto("source")
        .values({ id, ...values, schedule: origin === "list" ? null : "auto" })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(again))
        .execute();
    }
  });
}

/** Every source that was not removed, in the order of their ids. */
export async function loadSources({ db }: Store): Promise<readonly HeldSource[]> {
  const rows = await db
    .selectFrom("source")
    .where("removed", "=", 0)
    .orderBy("id")
    .selectAll()
    .execute();
  return rows.map(readSource);
}

/** Every source that was ever held, removed ones among them, in the order of their ids: an id is never given twice. */
export async function loadEverySource({ db }: Store): Promise<readonly KnownSource[]> {
  const rows = await db.selectFrom("source").orderBy("id").selectAll().execute();
  return rows.map((row) => ({ ...readSource(row), isRemoved: row.removed !== 0 }));
}

/** The source of a row; its schedule is another matter. */
export function readSource(row: Selectable<SourceTable>): HeldSource {
  const { division_code: division, origin, ...rest } = row;
  return { ...sourceSchema.parse({ ...rest, division }), origin: origin as SourceOrigin };
}

/** Takes a source out of the crawl; what it brought stays. False where there is none of this id. */
export async function removeSource({ db }: Store, id: string): Promise<boolean> {
  const removed = await db
    .updateTable("source")
    .set({ removed: 1 })
    .where("id", "=", id)
    .where("removed", "=", 0)
    .returning("id")
    .executeTakeFirst();
  return removed !== undefined;
}
