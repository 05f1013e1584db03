import type { Transaction } from "kysely";
import { buildCaptureId } from "../capture.ts";
import { isToldByFile } from "../is-told-by-file.ts";
import type { PendingReading } from "../visit-record.ts";
import type { Copy, HeldVersion } from "./held-versions.ts";
import type { Schema } from "./schema.ts";

/** A content that was read, and the other versions of its report. */
export interface FoldedContent {
  readonly reading: PendingReading;
  readonly versions: readonly HeldVersion[];
  readonly copy: Copy;
}

/** The version of the file that tells what this page only leads to; null where the page tells it itself. */
export async function findFileOf(
  trx: Transaction<Schema>,
  { reading, versions, copy }: FoldedContent,
): Promise<HeldVersion | null> {
  if (reading.role === "attachment") return null;
  const told = versions.filter(({ isRead, told: file }) => isRead && isToldByFile(copy.told, file));
  if (told.length === 0) return null;
  const files = await listFiles(trx, reading.addressId);
  const listed = new Set(copy.told.attachments.map(({ address }) => address));
  const isFile = ({ captureId, address }: HeldVersion) =>
    files.has(captureId) || (address !== null && listed.has(address));
  return told.findLast(isFile) ?? null;
}

/** The captures whose versions speak for the files that a page led to. */
async function listFiles(
  trx: Transaction<Schema>,
  addressId: number,
): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom("address")
    .innerJoin("reading", "reading.address_id", "address.id")
    .innerJoin("capture", (join) =>
      join
        .onRef("capture.digest", "=", "reading.digest")
        .onRef("capture.address", "=", "reading.url"),
    )
    .where("address.via", "=", addressId)
    .where("address.role", "=", "attachment")
    .select((eb) => eb.fn.coalesce("capture.same_as", "capture.id").as("id"))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Takes out the versions of pages that this file tells, and notes at the pages where their report is: in `teller`. */
export async function foldPages(
  trx: Transaction<Schema>,
  { reading, versions, copy }: FoldedContent,
  teller: string,
): Promise<void> {
  if (reading.role !== "attachment") return;
  const own = await listPageCaptures(trx, reading.via);
  const isPage = (version: HeldVersion) =>
    own.includes(version.captureId) ||
    version.told.attachments.some(({ address }) => address === reading.url);
  const pages = versions.filter(
    (version) =>
      version.isRead &&
      version.captureId !== teller &&
      isPage(version) &&
      isToldByFile(version.told, copy.told),
  );
  for (const { captureId } of pages) {
    await trx.deleteFrom("version").where("capture_id", "=", captureId).execute();
    await leadTo(trx, captureId, teller);
  }
  // Pages whose report an earlier version of this file was; those that lead to another file stay with it.
  const before = await listTellers(trx, reading.addressId);
  if (own.length > 0 && before.length > 0)
    await trx
      .updateTable("capture")
      .set({ leads_to: teller })
      .where("id", "in", [...own])
      .where("leads_to", "in", [...before])
      .execute();
}

/** The captures that an address ever gave. */
async function listPageCaptures(
  trx: Transaction<Schema>,
  addressId: number | null,
): Promise<readonly string[]> {
  if (addressId === null) return [];
  const rows = await trx
    .selectFrom("reading")
    .where("address_id", "=", addressId)
    .select(["digest", "url"])
    .execute();
  return rows.map(({ digest, url }) => buildCaptureId({ digest, address: url }));
}

/** The captures that speak for what an address ever gave. */
async function listTellers(
  trx: Transaction<Schema>,
  addressId: number,
): Promise<readonly string[]> {
  const captures = await listPageCaptures(trx, addressId);
  if (captures.length === 0) return [];
  const rows = await trx
    .selectFrom("capture")
    .where("id", "in", [...captures])
    .select(({ fn }) => fn.coalesce("same_as", "id").as("id"))
    .execute();
  return [...new Set([...captures, ...rows.map(({ id }) => id)])];
}

/** Notes that the report of a page, and of all that says the same, is that of a file. */
export async function leadTo(
  trx: Transaction<Schema>,
  captureId: string,
  teller: string,
): Promise<void> {
  await trx
    .updateTable("capture")
    .set({ same_as: null, leads_to: teller })
    .where((eb) => eb.or([eb("id", "=", captureId), eb("same_as", "=", captureId)]))
    .execute();
}

/** Notes at the capture of an attachment where the page lies that led to it. */
export async function notePage(
  trx: Transaction<Schema>,
  captureId: string,
  { role, via }: Pick<PendingReading, "role" | "via">,
): Promise<void> {
  if (role !== "attachment" || via === null) return;
  const page = await trx
    .selectFrom("reading")
    .where("address_id", "=", via)
    .orderBy("seen_at", "desc")
    .orderBy("id", "desc")
    .select("url")
    .limit(1)
    .executeTakeFirst();
  if (page === undefined) return;
  await trx.updateTable("capture").set({ page: page.url }).where("id", "=", captureId).execute();
}
