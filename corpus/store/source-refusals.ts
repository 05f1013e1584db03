import { type SourceRefusal, sourceRefusalSchema } from "../source-refusal.ts";
import type { Store } from "./open-store.ts";

/** Why a worker refused to begin a crawl, and when (ISO 8601 in UTC). */
export interface HeldRefusal {
  readonly refusal: SourceRefusal;
  readonly at: string;
}

/** Notes for those who look at the source why a worker did not begin; the next crawl that begins takes it back. */
export async function noteRefusal(
  { db }: Store,
  {
    id,
    refusal,
    now,
  }: { readonly id: string; readonly refusal: SourceRefusal; readonly now: string },
): Promise<void> {
  await db.updateTable("source").set({ refusal, refused_at: now }).where("id", "=", id).execute();
}

/** The refusal that a row of `source` tells; null where it tells none, or one of another release. */
export function readRefusal(row: {
  readonly refusal: string | null;
  readonly refused_at: string | null;
}): HeldRefusal | null {
  const { data } = sourceRefusalSchema.safeParse(row.refusal);
  return data === undefined || row.refused_at === null
    ? null
    : { refusal: data, at: row.refused_at };
}
