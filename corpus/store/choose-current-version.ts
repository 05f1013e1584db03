import type { Transaction } from "kysely";
import { findCurrentVersion, type Sighting, type WeighedVersion } from "../find-current-version.ts";
import type { Count, Schema } from "./schema.ts";

/** Files that were imported without an address are one place: the newest of them counts. */
const disk = "disk";

/**
 * Makes the version current that find-current-version.ts chooses; a report without versions is taken out. Returns
 * whether another one is current now.
 */
export async function chooseCurrentVersion(
  trx: Transaction<Schema>,
  reportId: string,
): Promise<boolean> {
  const versions = await loadVersions(trx, reportId);
  if (versions.length === 0) {
    const gone = await trx.deleteFrom("report").where("id", "=", reportId).executeTakeFirst();
    return gone.numDeletedRows > 0n;
  }
  const current = findCurrentVersion(versions, await loadSightings(trx, reportId));
  const chosen = await trx
    .updateTable("report")
    .set({ current_version: current })
    .where("id", "=", reportId)
    .where((eb) => eb.or([eb("current_version", "is", null), eb("current_version", "!=", current)]))
    .executeTakeFirst();
  return chosen.numUpdatedRows > 0n;
}

async function loadVersions(
  trx: Transaction<Schema>,
  reportId: string,
): Promise<readonly WeighedVersion[]> {
  const rows = await trx
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "=", reportId)
    .select((eb) => [
      "version.id",
      "capture.captured_at",
      eb
        .selectFrom("fact")
        .whereRef("fact.version_id", "=", "version.id")
        .where("fact.value", "is not", null)
        .select((fact) => fact.fn.countAll<Count>().as("facts"))
        .as("facts"),
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    facts: Number(row.facts),
    capturedAt: row.captured_at,
  }));
}

async function loadSightings(
  trx: Transaction<Schema>,
  reportId: string,
): Promise<readonly Sighting[]> {
  const captures = await loadCaptures(trx, reportId);
  const readings = await loadReadings(trx, captures);
  return captures.flatMap((capture) => {
    const { version_id: versionId, address, gone_at: goneAt } = capture;
    const seenAt = capture.seen_at ?? capture.captured_at;
    const there = readings.filter(({ url }) => url === address);
    if (there.length === 0)
      return [{ versionId, place: address ?? disk, seenAt, isOver: goneAt !== null }];
    return [...new Set(there.map((reading) => reading.address_id))].map((id): Sighting => {
      const own = there.find((r) => r.address_id === id && r.digest === capture.digest);
      const since = own?.seen_at ?? seenAt;
      const isOther = readings.some(
        (r) => r.address_id === id && tellsOther(r, reportId) && r.seen_at > since,
      );
      return { versionId, place: `#${id}`, seenAt: since, isOver: goneAt !== null || isOther };
    });
  });
}

/** Captures that hold a version of the report or say the same as one that does. Two queries, each with its index. */
async function loadCaptures(trx: Transaction<Schema>, reportId: string) {
  const columns = ["digest", "address", "captured_at", "seen_at", "gone_at"] as const;
  const versions = trx.selectFrom("version").where("version.report_id", "=", reportId);
  const holders = await versions
    .innerJoin("capture", "capture.id", "version.capture_id")
    .select(["version.id as version_id", ...columns])
    .execute();
  const followers = await versions
    .innerJoin("capture", "capture.same_as", "version.capture_id")
    .select(["version.id as version_id", ...columns])
    .execute();
  return [...holders, ...followers];
}

type Captures = Awaited<ReturnType<typeof loadCaptures>>;

/** All that was ever read at the addresses of captures, wherever it lay after redirects. */
async function loadReadings(trx: Transaction<Schema>, captures: Captures) {
  const addresses = captures.flatMap(({ address }) => (address === null ? [] : [address]));
  if (addresses.length === 0) return [];
  return trx
    .selectFrom("reading")
    .where("address_id", "in", (eb) =>
      eb.selectFrom("reading").where("url", "in", addresses).select("address_id"),
    )
    .select(["address_id", "url", "digest", "seen_at", "state", "report_id"])
    .execute();
}

/** Whether a content was read and is no version of this report. */
function tellsOther(
  reading: { readonly state: string; readonly report_id: string | null },
  reportId: string,
): boolean {
  if (reading.state === "refused") return true;
  return reading.state === "report" && reading.report_id !== reportId;
}
