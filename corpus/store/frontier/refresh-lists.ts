import type { Transaction } from "kysely";
import { type Trail, trailSchema } from "../../address.ts";
import type { NewAddress } from "../../frontier.ts";
import type { Schema } from "../schema.ts";

/**
 * Brings the way to pages of lists up to date that were known and are found again at the same step: what the pages
 * before them printed has changed, and a host that answers its first page to everything is known by that alone. `limit`
 * is how many values one statement may hold.
 */
export async function refreshLists(
  trx: Transaction<Schema>,
  addresses: readonly NewAddress[],
  limit: number,
): Promise<void> {
  const found = new Map<string, Trail>();
  for (const { key, role, trail } of addresses)
    if (role === "list" && trail !== undefined && trail.seen.length > 0) found.set(key, trail);
  for (let keys = [...found.keys()]; keys.length > 0; keys = keys.slice(limit)) {
    const rows = await trx
      .selectFrom("address")
      .where("key", "in", keys.slice(0, limit))
      .where("role", "=", "list")
      // In one order, so that two workers that bring the same lists wait for each other instead of for ever.
      .orderBy("key")
      .select(["key", "trail"])
      .execute();
    for (const { key, trail } of rows) {
      const [before, now] = [trailSchema.parse(JSON.parse(trail)), found.get(key)];
      if (now === undefined || !isSameStep(before, now)) continue;
      const told = JSON.stringify(now);
      if (told !== trail)
        await trx.updateTable("address").set({ trail: told }).where("key", "=", key).execute();
    }
  }
}

/** A last page that leads to itself stands one step further than it was found at. */
function isSameStep(before: Trail, now: Trail): boolean {
  return before.trial === now.trial && before.seen.length === now.seen.length;
}
