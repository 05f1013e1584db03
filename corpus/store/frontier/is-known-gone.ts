import type { Store } from "../open-store.ts";

/** Whether the last that was told of an address's content is that it is gone; failures that tell nothing are passed by. */
export async function isKnownGone({ db }: Store, addressId: number): Promise<boolean> {
  const last = await db
    .selectFrom("visit")
    .where("address_id", "=", addressId)
    .where("change", "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .select("change")
    .executeTakeFirst();
  return last?.change === "gone";
}
