import type { Transaction } from "kysely";
import { chooseCurrentVersion } from "./choose-current-version.ts";
import { markPending } from "./indexing.ts";
import type { Schema } from "./schema.ts";

/**
 * Takes out what an earlier reading of this capture said, be it in its own words or in those of another; says whether it
 * was this report. Captures that said the same as a version of another report, or led to it, are to be read again.
 */
export async function deleteVersionOf(
  trx: Transaction<Schema>,
  captureId: string,
  reportId: string | null,
): Promise<boolean> {
  await trx
    .updateTable("capture")
    .set({ same_as: null, leads_to: null })
    .where("id", "=", captureId)
    .execute();
  const old = await trx
    .deleteFrom("version")
    .where("capture_id", "=", captureId)
    .returning("report_id")
    .executeTakeFirst();
  if (old === undefined) return false;
  if (old.report_id === reportId) return true;
  await releaseFollowers(trx, captureId);
  await chooseCurrentVersion(trx, old.report_id);
  await markPending(trx, old.report_id);
  return false;
}

/** Lets captures that said the same as one, or led to it, do so with another. */
export async function moveFollowers(
  trx: Transaction<Schema>,
  from: string,
  to: string,
): Promise<void> {
  await trx
    .updateTable("capture")
    .set({ same_as: to })
    .where("same_as", "=", from)
    .where("id", "!=", to)
    .execute();
  await trx.updateTable("capture").set({ leads_to: to }).where("leads_to", "=", from).execute();
}

/** Captures that lose the version that spoke for them are read again. */
async function releaseFollowers(trx: Transaction<Schema>, captureId: string): Promise<void> {
  const followers = await trx
    .updateTable("capture")
    .set({ same_as: null, leads_to: null })
    .where((eb) => eb.or([eb("same_as", "=", captureId), eb("leads_to", "=", captureId)]))
    .returning(["digest", "address"])
    .execute();
  for (const { digest, address } of followers) {
    await trx
      .updateTable("reading")
      .set({ state: "pending" })
      .where("digest", "=", digest)
      .where("url", "=", address)
      .execute();
  }
}
