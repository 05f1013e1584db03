import type { Transaction } from "kysely";
import { chooseCurrentVersion } from "./choose-current-version.ts";
import { markPending } from "./indexing.ts";
import type { Schema } from "./schema.ts";

export interface Refreshed {
  readonly reportId: string | null;
  /** All reports that this address ever told are weighed again: what it tells now says that it tells them no more. */
  readonly addressId: number;
  /** Whether the index was told of the report already. */
  readonly isMarked: boolean;
}

/** Chooses the current versions anew where a reading may have changed them. */
export async function refreshReports(
  trx: Transaction<Schema>,
  { reportId, addressId, isMarked }: Refreshed,
): Promise<void> {
  const rows = await trx
    .selectFrom("reading")
    .where("address_id", "=", addressId)
    .where("report_id", "is not", null)
    .select("report_id")
    .distinct()
    .execute();
  const others = rows.flatMap(({ report_id: id }) => (id === null || id === reportId ? [] : [id]));
  for (const id of [...(reportId === null ? [] : [reportId]), ...others.toSorted()])
    await refreshReport(trx, id, id === reportId && isMarked);
}

/** Chooses the current version of one report; the index learns of it where that is another one now. */
export async function refreshReport(
  trx: Transaction<Schema>,
  reportId: string,
  isMarked = false,
): Promise<void> {
  const isOther = await chooseCurrentVersion(trx, reportId);
  if (isOther && !isMarked) await markPending(trx, reportId);
}
