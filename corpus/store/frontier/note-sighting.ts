import type { Transaction } from "kysely";
import type { VisitRecord } from "../../visit-record.ts";
import { noteWhereabouts } from "../note-whereabouts.ts";
import type { Schema } from "../schema.ts";

/**
 * Notes at the readings and captures of an address that their bytes were met there again, or that the address gives
 * nothing any more. Captures are never taken away.
 */
export async function noteSighting(
  trx: Transaction<Schema>,
  { change, digest }: VisitRecord,
  visit: { readonly addressId: number; readonly now: string },
): Promise<void> {
  if (change === "gone") await noteGone(trx, visit);
  if (change === "same" && digest !== null) await noteSame(trx, digest, visit);
}

async function noteGone(
  trx: Transaction<Schema>,
  { addressId, now }: { readonly addressId: number; readonly now: string },
): Promise<void> {
  const gone = await trx
    .updateTable("capture")
    .set({ gone_at: now })
    .where("gone_at", "is", null)
    .where("address", "in", (eb) =>
      eb.selectFrom("reading").where("address_id", "=", addressId).select("url"),
    )
    .returning("id")
    .execute();
  await noteWhereabouts(
    trx,
    gone.map(({ id }) => id),
  );
}

async function noteSame(
  trx: Transaction<Schema>,
  digest: string,
  { addressId, now }: { readonly addressId: number; readonly now: string },
): Promise<void> {
  const held = trx
    .selectFrom("reading")
    .where("address_id", "=", addressId)
    .where("digest", "=", digest);
  await trx
    .updateTable("reading")
    .set({ seen_at: now })
    .where("address_id", "=", addressId)
    .where("digest", "=", digest)
    .execute();
  const met = trx
    .updateTable("capture")
    .where("digest", "=", digest)
    .where("address", "in", held.select("url"));
  const back = await met
    .set({ gone_at: null })
    .where("gone_at", "is not", null)
    .returning("id")
    .execute();
  await met.set({ seen_at: now }).execute();
  await noteWhereabouts(
    trx,
    back.map(({ id }) => id),
  );
}
