import { sql, type Transaction } from "kysely";
import type { HostRecord, NewAddress, VisitEnd } from "../../frontier.ts";
import type { NewReading, VisitRecord } from "../../visit-record.ts";
import type { Store } from "../open-store.ts";
import type { Schema } from "../schema.ts";
import { insertAddresses } from "./add-addresses.ts";
import { insertReading } from "../readings.ts";
import { buildHostRow } from "./host-row.ts";
import { countVisit, insertVisit } from "./insert-visit.ts";
import { noteSighting } from "./note-sighting.ts";

/** The end of one visit: what became of the address, what is known of the host now, and where the page leads. */
export interface EndedVisit {
  readonly id: number;
  readonly owner: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly end: VisitEnd;
  readonly host: HostRecord;
  readonly found: readonly NewAddress[];
  /** Left out where nobody keeps visits. */
  readonly visit?: VisitRecord;
  /** The content, where it may be a report and was not the last one seen here. */
  readonly reading?: NewReading | null;
}

/**
 * Notes what a visit gave and frees its host, in one transaction: after a kill either all of it is known or the
 * address is still due. Returns how many of the found addresses were new. A worker whose lease has run out says
 * nothing of the host, which another may be asking by now.
 */
export async function endVisit(store: Store, visit: EndedVisit): Promise<number> {
  const [found = 0] = await endVisits(store, [visit]);
  return found;
}

/** The same for several visits in one transaction, which all of them fail with. */
export async function endVisits(
  store: Store,
  visits: readonly EndedVisit[],
): Promise<readonly number[]> {
  const limit = Math.floor(store.traits.maxBindings / 20);
  return store.db.transaction().execute(async (trx) => {
    const counts: number[] = [];
    for (const visit of visits) {
      await updateAddress(trx, visit);
      await freeHost(trx, visit);
      const found = await insertAddresses(trx, visit.found, { now: visit.now, limit });
      await keepVisit(trx, visit, found);
      counts.push(found);
    }
    return counts;
  });
}

async function keepVisit(
  trx: Transaction<Schema>,
  { id, now, visit, reading = null }: EndedVisit,
  found: number,
): Promise<void> {
  if (visit === undefined) return;
  const visitId = await insertVisit(trx, visit, { addressId: id, now });
  if (reading !== null) await insertReading(trx, reading, { addressId: id, visitId, now });
  await noteSighting(trx, visit, { addressId: id, now });
  await countVisit(trx, visit, { found, contents: reading === null ? 0 : 1 });
}

async function updateAddress(
  trx: Transaction<Schema>,
  { id, now, end }: EndedVisit,
): Promise<void> {
  const known = { state: end.state, status: end.status, visited_at: now };
  const values =
    end.state === "done"
      ? {
          ...known,
          failure: null,
          reason: null,
          attempts: 0,
          digest: end.digest,
          etag: end.etag,
          last_modified: end.lastModified,
          absent_since: null,
          absences: 0,
          ...(end.place !== undefined && {
            list_pages: end.place?.pages ?? null,
            list_page: end.place?.number ?? null,
          }),
          ...(end.restUntil !== undefined && { due_at: end.restUntil }),
        }
      : {
          ...known,
          failure: end.failure,
          reason: end.reason,
          attempts: sql<number>`attempts + 1`,
          due_at: end.dueAt,
          ...(end.absence !== undefined && {
            absent_since: end.absence.since,
            absences: end.absence.count,
          }),
        };
  await trx.updateTable("address").set(values).where("id", "=", id).execute();
}

async function freeHost(trx: Transaction<Schema>, { host, owner, now }: EndedVisit): Promise<void> {
  const freed = await trx
    .updateTable("host")
    .set({ ...buildHostRow(host), leased_by: null, lease_until: now })
    .where("name", "=", host.name)
    .where("leased_by", "=", owner)
    .returning("name")
    .executeTakeFirst();
  if (freed === undefined || host.ip === null) return;
  await trx
    .updateTable("ip")
    .set({ lease_until: now, paced_until: host.pacedUntil })
    .where("address", "=", host.ip)
    .where("host", "=", host.name)
    .execute();
}
