import type { Store } from "../open-store.ts";

/**
 * What a new crawl of a source visits again, times as ISO 8601 in UTC: entries and lists always, whatever they gave;
 * reports and attachments last visited before `oldBefore`, those that gave nothing before `failedBefore`, and young ones
 * (first found after `youngSince`) before `youngBefore`. With `isEager` what waits after a failure waits no longer.
 */
export interface Revisit {
  readonly sourceId: string;
  readonly now: string;
  readonly oldBefore: string;
  readonly youngSince: string;
  readonly youngBefore: string;
  readonly failedBefore: string;
  readonly isEager: boolean;
}

/** Makes the addresses due that a new crawl visits again. Returns how many. */
export async function markDue({ db }: Store, revisit: Revisit): Promise<number> {
  const { sourceId, now } = revisit;
  const result = await db
    .updateTable("address")
    .set({ state: "due", due_at: now, attempts: 0 })
    .where("source_id", "=", sourceId)
    .where((eb) =>
      eb.or([
        eb.and([
          eb("state", "in", ["done", "failed"]),
          eb.or([
            eb("role", "in", ["entry", "column", "list", "frame"]),
            eb.and([
              eb("found_at", ">=", revisit.youngSince),
              eb("visited_at", "<=", revisit.youngBefore),
            ]),
          ]),
        ]),
        eb.and([eb("state", "=", "done"), eb("visited_at", "<=", revisit.oldBefore)]),
        eb.and([eb("state", "=", "failed"), eb("visited_at", "<=", revisit.failedBefore)]),
        ...(revisit.isEager ? [eb.and([eb("state", "=", "due"), eb("due_at", ">", now)])] : []),
      ]),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
