import type { Store } from "../open-store.ts";
import { buildRevisited, type Revisit } from "./build-revisited.ts";

/** Makes the addresses due that a new crawl visits again. Returns how many. */
export async function markDue({ db }: Store, revisit: Revisit): Promise<number> {
  const result = await db
    .updateTable("address")
    .set({ state: "due", due_at: revisit.now, attempts: 0 })
    .where(buildRevisited(revisit))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
