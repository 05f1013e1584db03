import type { Transaction } from "kysely";
import { buildCaptureId } from "../capture.ts";
import type { ContentChange, PendingReading } from "../visit-record.ts";
import { compareToVersion, type Copy, type HeldVersion } from "./held-versions.ts";
import type { Schema } from "./schema.ts";
import type { StoreTransaction } from "./store-transaction.ts";

/** A content that was read, its capture, and the capture whose version speaks for it. */
export interface ToldContent {
  readonly reading: PendingReading;
  readonly own: string;
  readonly teller: string;
  /** The versions of its report without its own. */
  readonly versions: readonly HeldVersion[];
  readonly copy: Copy;
}

/** Writes at the visit that brought a content what changed; a report that was not held before is `new` there. */
export async function tellChange({ db }: StoreTransaction, content: ToldContent): Promise<void> {
  const change = (await findChangeHere(db, content)) ?? (await findChangeElsewhere(db, content));
  await db.updateTable("visit").set({ change }).where("id", "=", content.reading.visitId).execute();
}

/** Against what the address gave before, where that was this report. */
async function findChangeHere(
  trx: Transaction<Schema>,
  { reading, own, teller, versions, copy }: ToldContent,
): Promise<ContentChange | null> {
  const before = await trx
    .selectFrom("visit")
    .innerJoin("reading", (join) =>
      join
        .onRef("reading.address_id", "=", "visit.address_id")
        .onRef("reading.digest", "=", "visit.digest"),
    )
    .where("visit.address_id", "=", reading.addressId)
    .where("visit.id", "<", reading.visitId)
    .where("visit.digest", "!=", reading.digest)
    .orderBy("visit.id", "desc")
    .select(["reading.digest", "reading.url"])
    .limit(1)
    .executeTakeFirst();
  if (before === undefined) return null;
  const captureId = buildCaptureId({ digest: before.digest, address: before.url });
  const older = await findTellerOf(trx, captureId);
  if (older === teller || older === own) return "cosmetic";
  const version = versions.find((held) => held.captureId === older);
  return version === undefined ? null : compareToVersion(version, copy);
}

async function findTellerOf(
  trx: Transaction<Schema>,
  captureId: string,
): Promise<string | undefined> {
  const capture = await trx
    .selectFrom("capture")
    .where("id", "=", captureId)
    .select(["id", "same_as", "leads_to"])
    .executeTakeFirst();
  return capture?.same_as ?? capture?.leads_to ?? capture?.id;
}

/** Against what was held of the report before this visit, wherever it came from. */
async function findChangeElsewhere(
  trx: Transaction<Schema>,
  { reading, own, teller, versions, copy }: ToldContent,
): Promise<ContentChange> {
  const visit = await trx
    .selectFrom("visit")
    .where("id", "=", reading.visitId)
    .select("visited_at")
    .executeTakeFirstOrThrow();
  const earlier = versions.filter(({ capturedAt }) => capturedAt < visit.visited_at);
  if (teller !== own && earlier.some(({ captureId }) => captureId === teller))
    return (await isMoved(trx, own, teller)) ? "moved" : "cosmetic";
  const pages = await loadOwnPages(trx, reading);
  // A page that only leads to its file is no earlier version of it.
  const newest = earlier.findLast(({ address }) => address === null || !pages.has(address));
  if (newest !== undefined) return compareToVersion(newest, copy);
  // Bytes that the address gave before and gives again, after something that was not this report.
  return reading.capturedAt < visit.visited_at ? "text" : "new";
}

/** Where the page that an attachment goes with was ever met. */
async function loadOwnPages(
  trx: Transaction<Schema>,
  { role, via }: PendingReading,
): Promise<ReadonlySet<string>> {
  if (role !== "attachment" || via === null) return new Set();
  const pages = await trx
    .selectFrom("reading")
    .where("address_id", "=", via)
    .select("url")
    .distinct()
    .execute();
  return new Set(pages.map(({ url }) => url));
}

/** Whether a content appeared where all other addresses that said the same before it are gone. */
export async function isMoved(
  trx: Transaction<Schema>,
  captureId: string,
  teller: string,
): Promise<boolean> {
  const all = await trx
    .selectFrom("capture")
    .where((eb) => eb.or([eb("id", "=", teller), eb("same_as", "=", teller)]))
    .select(["id", "address", "captured_at", "gone_at"])
    .execute();
  const own = all.find(({ id }) => id === captureId);
  if (own === undefined || own.gone_at !== null) return false;
  // An address that gives other bytes of the same words is not gone.
  const there = new Set(all.flatMap(({ address, gone_at: at }) => (at === null ? [address] : [])));
  const earlier = all.filter(({ id, captured_at: at }) => id !== captureId && at < own.captured_at);
  return earlier.length > 0 && earlier.every(({ address }) => !there.has(address));
}
