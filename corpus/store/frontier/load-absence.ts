import type { Absence } from "../../absence.ts";
import type { Store } from "../open-store.ts";

/** What is known of a content that may be absent from its address. */
export interface KnownAbsence {
  /** Null where it was there the last time. */
  readonly absence: Absence | null;
  /** Whether its source's entry gave nothing either when it was asked last, or is this address. */
  readonly isEntryMissing: boolean;
}

/** Looks up an address and the entry of its source, by the key of that in the frontier. */
export async function loadAbsence(
  { db }: Store,
  { addressId, entryKey }: { readonly addressId: number; readonly entryKey: string },
): Promise<KnownAbsence> {
  const rows = await db
    .selectFrom("address")
    .where((eb) => eb.or([eb("id", "=", addressId), eb("key", "=", entryKey)]))
    .select(["id", "key", "failure", "absent_since", "absences"])
    .execute();
  const own = rows.find(({ id }) => id === addressId);
  const entry = rows.find(({ key }) => key === entryKey);
  const since = own?.absent_since ?? null;
  return {
    absence: since === null ? null : { since, count: own?.absences ?? 0 },
    isEntryMissing: entry !== undefined && (entry.id === addressId || entry.failure !== null),
  };
}
