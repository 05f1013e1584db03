import { type Selectable, sql, type Transaction } from "kysely";
import { hintsSchema, pageRequestSchema, trailSchema, type AddressRole } from "../../address.ts";
import type { FailureCause } from "../../failure.ts";
import type { Claim } from "../../frontier.ts";
import type { Render } from "../../source.ts";
import type { Store } from "../open-store.ts";
import type { AddressTable, HostTable } from "../crawl-tables.ts";
import type { Schema } from "../schema.ts";
import { readHost } from "./host-row.ts";
import { runLightly } from "./run-lightly.ts";

/** Who claims, until when the claim holds, and what is wanted: of which sources and by which means (null: of all). */
export interface ClaimWish {
  readonly owner: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly until: string;
  readonly sources: readonly string[] | null;
  readonly render: Render | null;
}

/**
 * Leases the host that has waited longest and has something due, and gives its first address; null where nothing may
 * be asked now. A host is leased once at a time, and not while another host at its last IP address is.
 */
export async function claimAddress(store: Store, wish: ClaimWish): Promise<Claim | null> {
  return runLightly(store, async (trx) => {
    const host = await leaseHost({ ...store, db: trx }, wish);
    if (host === undefined) return null;
    const address = await findFirst(trx, host.name, wish);
    return buildClaim(address, host);
  });
}

/** The first statement writes, so that two processes queue for the lock instead of failing halfway. */
async function leaseHost(
  { db, traits }: Pick<Store, "traits"> & { readonly db: Transaction<Schema> },
  wish: ClaimWish,
): Promise<Selectable<HostTable> | undefined> {
  const { owner, now, until } = wish;
  return db
    .updateTable("host")
    .set({ leased_by: owner, lease_until: until })
    .where("name", "=", (eb) =>
      eb
        .selectFrom("host")
        .where("ready_at", "<=", now)
        .where("paced_until", "<=", now)
        .where("lease_until", "<=", now)
        .where((is) =>
          is.exists(
            queryPairs(db, wish)
              .where("host_source.host", "=", sql.ref<string>("host.name"))
              .where((pair) =>
                pair.exists(
                  queryDue(db, wish)
                    .where("address.host", "=", sql.ref<string>("host_source.host"))
                    .where("address.source_id", "=", sql.ref<string>("host_source.source_id"))
                    .where("address.due_at", "<=", now)
                    .select(sql.lit(1).as("one")),
                ),
              )
              .select(sql.lit(1).as("one")),
          ),
        )
        .where((is) => is.not(is.exists(queryBusyIp(db, now))))
        .orderBy("paced_until")
        .orderBy("name")
        .limit(1)
        .select("name")
        .modifyEnd(traits.skipClaimed),
    )
    .returningAll()
    .executeTakeFirst();
}

/** The IP address behind a host while it is being asked for another one, or was just now. */
function queryBusyIp(db: Transaction<Schema>, now: string) {
  return db
    .selectFrom("ip")
    .where("ip.address", "=", sql.ref<string>("host.ip"))
    .where((eb) => eb.or([eb("ip.lease_until", ">", now), eb("ip.paced_until", ">", now)]))
    .select(sql.lit(1).as("one"));
}

/** The sources that are wished for and have, or had, addresses on some host. */
function queryPairs(db: Transaction<Schema>, { sources }: ClaimWish) {
  const pairs = db.selectFrom("host_source");
  if (sources !== null) return pairs.where("host_source.source_id", "in", [...sources]);
  return pairs.where("host_source.source_id", "in", (eb) =>
    eb.selectFrom("source").where("source.removed", "=", 0).select("source.id"),
  );
}

function queryDue(db: Transaction<Schema>, { render }: ClaimWish) {
  return db
    .selectFrom("address")
    .where("address.state", "=", sql.lit("due"))
    .$if(render !== null, (query) => query.where("address.render", "=", render ?? "http"));
}

/** One look per source, so that each ends at the first row of its queue, however long that is. */
async function findFirst(
  trx: Transaction<Schema>,
  host: string,
  wish: ClaimWish,
): Promise<Selectable<AddressTable>> {
  const pairs = await queryPairs(trx, wish)
    .where("host_source.host", "=", host)
    .select("host_source.source_id")
    .execute();
  let first: Selectable<AddressTable> | null = null;
  for (const { source_id } of pairs) {
    const next = await queryDue(trx, wish)
      .where("address.host", "=", host)
      .where("address.source_id", "=", source_id)
      // As an expression, which no index holds: else all that is due would be sorted for each claim.
      .where(sql<string>`address.due_at || ''`, "<=", wish.now)
      .orderBy("priority")
      .orderBy("due_at")
      .orderBy("id")
      .limit(1)
      .selectAll("address")
      .executeTakeFirst();
    if (next && (first === null || isBefore(next, first))) first = next;
  }
  if (first === null) throw new TypeError(`nothing is due on ${host}, which was just claimed`);
  return first;
}

function isBefore(a: Selectable<AddressTable>, b: Selectable<AddressTable>): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.due_at === b.due_at ? a.id < b.id : a.due_at < b.due_at;
}

function buildClaim(row: Selectable<AddressTable>, host: Selectable<HostTable>): Claim {
  return {
    id: row.id,
    sourceId: row.source_id,
    render: row.render as Render,
    role: row.role as AddressRole,
    request: pageRequestSchema.parse(JSON.parse(row.request)),
    hints: hintsSchema.parse(JSON.parse(row.hints)),
    trail: trailSchema.parse(JSON.parse(row.trail)),
    attempts: row.attempts,
    failure: row.failure as FailureCause | null,
    digest: row.digest,
    etag: row.etag,
    lastModified: row.last_modified,
    host: readHost(host),
  };
}
