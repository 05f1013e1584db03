import type { Transaction } from "kysely";
import type { PendingReading } from "../visit-record.ts";
import type { Schema } from "./schema.ts";

/** Notes at a capture when its bytes were last met, and whether their address has been gone since. */
export async function noteSeen(
  trx: Transaction<Schema>,
  captureId: string,
  { id, addressId }: Pick<PendingReading, "id" | "addressId">,
): Promise<void> {
  // Not the time that the reading began with: the bytes may have been met again since.
  const { seen_at: seenAt } = await trx
    .selectFrom("reading")
    .where("id", "=", id)
    .select("seen_at")
    .executeTakeFirstOrThrow();
  const held = await trx
    .selectFrom("capture")
    .where("id", "=", captureId)
    .select(["captured_at", "seen_at", "gone_at"])
    .executeTakeFirstOrThrow();
  const known = held.seen_at ?? held.captured_at;
  const gone = await trx
    .selectFrom("visit")
    .where("address_id", "=", addressId)
    .where("change", "=", "gone")
    .where("visited_at", ">", seenAt)
    .orderBy("id", "desc")
    .select("visited_at")
    .limit(1)
    .executeTakeFirst();
  const stillGone = held.gone_at !== null && held.gone_at > seenAt ? held.gone_at : null;
  await trx
    .updateTable("capture")
    .set({
      seen_at: seenAt > known ? seenAt : held.seen_at,
      gone_at: stillGone ?? gone?.visited_at ?? null,
    })
    .where("id", "=", captureId)
    .execute();
}
