import type { NewAddress } from "../../frontier.ts";
import type { Store } from "../open-store.ts";

/** Those of the addresses that the frontier does not know by their key, each once. */
export async function findUnknown(
  { db, traits }: Store,
  addresses: readonly NewAddress[],
): Promise<readonly NewAddress[]> {
  const unknown = new Map(addresses.map((address) => [address.key, address]));
  const keys = [...unknown.keys()];
  for (let at = 0; at < keys.length; at += traits.maxBindings) {
    const some = keys.slice(at, at + traits.maxBindings);
    const rows = await db.selectFrom("address").where("key", "in", some).select("key").execute();
    for (const { key } of rows) unknown.delete(key);
  }
  return [...unknown.values()];
}
