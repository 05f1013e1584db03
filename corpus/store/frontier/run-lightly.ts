import type { Transaction } from "kysely";
import type { Store } from "../open-store.ts";
import type { Schema } from "../schema.ts";

/**
 * A transaction whose loss by a power failure costs nothing, such as a claim: it is whole, but need not be on the disk
 * before the next one that must be.
 */
export async function runLightly<T>(
  { db, traits }: Store,
  work: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  const { lightly } = traits;
  if (lightly === null) return db.transaction().execute(work);
  return db.connection().execute(async (one) => {
    await lightly.before.execute(one);
    try {
      return await one.transaction().execute(work);
    } finally {
      await lightly.after.execute(one);
    }
  });
}
