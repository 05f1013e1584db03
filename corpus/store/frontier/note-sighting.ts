import type { Transaction } from "kysely";
import type { VisitRecord } from "../../visit-record.ts";
import type { Schema } from "../schema.ts";

/**
 * Notes at the readings and captures of an address that their bytes were met there again, or that the address gives
 * nothing any more. Captures are never taken away.
 */
export async function noteSighting(
  trx: Transaction<Schema>,
  { change, digest }: VisitRecord,
  { addressId, now }: { readonly addressId: number; readonly now: string },
): Promise<void> {
  const held = trx.selectFrom("reading").where("address_id", "=", addressId);
  if (change === "gone") {
    await trx
      .updateTable("capture")
      .set({ gone_at: now })
      .where("gone_at", "is", null)
      .where("address", "in", held.select("url"))
      .execute();
  }
  if (change !== "same" || digest === null) return;
  await trx
    .updateTable("reading")
    .set({ seen_at: now })
    .where("address_id", "=", addressId)
    .where("digest", "=", digest)
    .execute();
  await trx
    .updateTable("capture")
    .set({ seen_at: now, gone_at: null })
    .where("digest", "=", digest)
    .where("address", "in", held.where("digest", "=", digest).select("url"))
    .execute();
}
