import type { Store } from "../open-store.ts";

/** An IP address that a host is about to be asked at. Times are ISO 8601 in UTC. */
export interface IpWish {
  readonly ip: string;
  readonly host: string;
  readonly now: string;
  readonly until: string;
}

/**
 * Leases the IP address behind a claimed host; false where another host at it is being asked or was asked just now.
 * One statement, so that of two workers one gets it.
 */
export async function leaseIp({ db }: Store, { ip, host, now, until }: IpWish): Promise<boolean> {
  const leased = await db
    .insertInto("ip")
    .values({ address: ip, host, lease_until: until, paced_until: now })
    .onConflict((conflict) =>
      conflict
        .column("address")
        .doUpdateSet({ host, lease_until: until })
        .where((eb) =>
          eb.or([
            eb("ip.host", "=", host),
            eb.and([eb("ip.lease_until", "<=", now), eb("ip.paced_until", "<=", now)]),
          ]),
        ),
    )
    .returning("address")
    .executeTakeFirst();
  return leased !== undefined;
}

/** Says that a worker still lives: its leases hold until `until`. Returns how many it has. */
export async function extendLeases(
  { db }: Store,
  { owner, until }: { readonly owner: string; readonly until: string },
): Promise<number> {
  // A host that is given back in between must not take its network address along again.
  return db.transaction().execute(async (trx) => {
    const hosts = await trx
      .updateTable("host")
      .set({ lease_until: until })
      .where("leased_by", "=", owner)
      .returning("name")
      .execute();
    const names = hosts.map(({ name }) => name);
    if (names.length > 0) {
      await trx
        .updateTable("ip")
        .set({ lease_until: until })
        .where("host", "in", names)
        .where("lease_until", ">", "1970-01-01T00:00:00.000Z")
        .execute();
    }
    return names.length;
  });
}

/** Gives a claimed host back unasked: it is due again from `readyAt` on, and when its `ip` is free where that is told. */
export async function releaseHost(
  { db }: Store,
  {
    owner,
    host,
    readyAt,
    ip,
  }: {
    readonly owner: string;
    readonly host: string;
    readonly readyAt: string;
    readonly ip?: string;
  },
): Promise<void> {
  await db
    .updateTable("host")
    .set({ leased_by: null, lease_until: readyAt, ...(ip !== undefined && { ip }) })
    .where("name", "=", host)
    .where("leased_by", "=", owner)
    .execute();
}
