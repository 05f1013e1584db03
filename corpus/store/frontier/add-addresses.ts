import type { Transaction } from "kysely";
import { noTrail } from "../../address.ts";
import { type NewAddress, rolePriority } from "../../frontier.ts";
import type { Store } from "../open-store.ts";
import type { Schema } from "../schema.ts";
import { newHostRow } from "./host-row.ts";
import { refreshLists } from "./refresh-lists.ts";

const columnsOfRow = 14;

/**
 * Keeps addresses that are new by their key, due at once; known ones stay as they are, but for the way to pages of lists.
 * Returns how many were new.
 */
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
  await insertHosts(trx, addresses, limit);
  let added = 0;
  // In one order, here too: two pages often lead to the same addresses in different order.
  const sorted = addresses.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const some of cutInto(sorted, limit)) {
    const result = await trx
      .insertInto("address")
      .values(some.map((address) => buildRow(address, now)))
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  await refreshLists(trx, sorted, limit);
  return added;
}

/** All of them before the first address: of two workers, none waits for a host while the other waits for its addresses. */
async function insertHosts(
  trx: Transaction<Schema>,
  addresses: readonly NewAddress[],
  limit: number,
): Promise<void> {
  const pairs = new Map(addresses.map((one) => [`${one.host} ${one.sourceId}`, one]));
  // In one order, so that two workers that add the same hosts wait for each other instead of for ever.
  const sorted = [...pairs.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hosts = [...new Set(sorted.map(([, { host }]) => host))];
  for (const some of cutInto(hosts, limit))
    await trx
      .insertInto("host")
      .values(some.map((name) => ({ ...newHostRow, name })))
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
  for (const some of cutInto(sorted, limit))
    await trx
      .insertInto("host_source")
      .values(some.map(([, { host, sourceId }]) => ({ host, source_id: sourceId })))
      .onConflict((conflict) => conflict.columns(["host", "source_id"]).doNothing())
      .execute();
}

/** The same in pieces of so many. */
function cutInto<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
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
