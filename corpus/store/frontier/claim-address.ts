import { type Selectable, sql, type Transaction } from "kysely";
import { hintsSchema, pageRequestSchema, trailSchema, type AddressRole } from "../../address.ts";
import type { Claim } from "../../frontier.ts";
import type { Render } from "../../source.ts";
import type { Store } from "../open-store.ts";
import type { AddressTable, HostTable, Schema } from "../schema.ts";
import { readHost } from "./host-row.ts";

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
  return store.db.transaction().execute(async (trx) => {
    const host = await leaseHost({ ...store, db: trx }, wish);
    if (host === undefined) return null;
    const address = await queryDue(trx, wish)
      .where("address.host", "=", host.name)
      .orderBy("priority")
      .orderBy("due_at")
      .orderBy("id")
      .limit(1)
      .selectAll("address")
      .executeTakeFirstOrThrow();
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
            queryDue(db, wish)
              .where("address.host", "=", sql.ref<string>("host.name"))
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

function queryDue(db: Transaction<Schema>, { now, sources, render }: ClaimWish) {
  const due = db
    .selectFrom("address")
    .where("address.state", "=", "due")
    .where("address.due_at", "<=", now)
    .$if(render !== null, (query) => query.where("address.render", "=", render ?? "http"));
  if (sources !== null) return due.where("address.source_id", "in", [...sources]);
  return due.where("address.source_id", "in", (eb) =>
    eb.selectFrom("source").where("source.removed", "=", 0).select("source.id"),
  );
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
    digest: row.digest,
    etag: row.etag,
    lastModified: row.last_modified,
    host: readHost(host),
  };
}
