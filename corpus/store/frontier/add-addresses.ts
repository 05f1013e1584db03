import type { Transaction } from "kysely";
import { noTrail } from "../../address.ts";
import { type NewAddress, rolePriority } from "../../frontier.ts";
import type { Store } from "../open-store.ts";
import type { Schema } from "../schema.ts";

/** Before every time that is told: a host that was never asked waits for nothing. */
const never = "1970-01-01T00:00:00.000Z";
const columnsOfRow = 14;

/** Keeps addresses that are new by their key, due at once; known ones stay as they are. Returns how many were new. */
export async function addAddresses(
  { db, traits }: Store,
  addresses: readonly NewAddress[],
  now: string,
): Promise<number> {
  const limit = Math.floor(traits.maxBindings / columnsOfRow);
  return db.transaction().execute((trx) => insertAddresses(trx, addresses, { now, limit }));
}

/** The same within a transaction; `limit` is how many rows one statement may hold. */
export async function insertAddresses(
  trx: Transaction<Schema>,
  addresses: readonly NewAddress[],
  { now, limit }: { readonly now: string; readonly limit: number },
): Promise<number> {
  let added = 0;
  for (let at = 0; at < addresses.length; at += limit) {
    const some = addresses.slice(at, at + limit);
    await insertHosts(
      trx,
      some.map(({ host }) => host),
    );
    const result = await trx
      .insertInto("address")
      .values(some.map((address) => buildRow(address, now)))
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

async function insertHosts(trx: Transaction<Schema>, names: readonly string[]): Promise<void> {
  // In one order, so that two workers that add the same hosts wait for each other instead of for ever.
  const rows = [...new Set(names)].toSorted().map((name) => ({
    name,
    state: "open",
    ready_at: never,
    paced_until: never,
    lease_until: never,
  }));
  await trx
    .insertInto("host")
    .values(rows)
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
}

function buildRow(address: NewAddress, now: string) {
  return {
    key: address.key,
    host: address.host,
    source_id: address.sourceId,
    render: address.render,
    role: address.role,
    request: JSON.stringify(address.request),
    hints: JSON.stringify(address.hints),
    trail: JSON.stringify(address.trail ?? noTrail),
    via: address.via,
    state: "due",
    priority: rolePriority[address.role],
    due_at: now,
    found_at: now,
  };
}
