import type { Transaction } from "kysely";
import type { Store } from "./open-store.ts";
import type { Schema } from "./schema.ts";

/** The store as functions see it within a transaction. */
export interface StoreTransaction extends Pick<Store, "traits"> {
  readonly db: Transaction<Schema>;
}
