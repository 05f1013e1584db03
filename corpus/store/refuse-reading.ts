import { buildCaptureId } from "../capture.ts";
import type { PendingReading } from "../visit-record.ts";
import { deleteVersionOf } from "./delete-version.ts";
import { findPageReport, isOtherPage } from "./find-page-report.ts";
import type { Store } from "./open-store.ts";
import { endReading, markAttachments } from "./readings.ts";
import { refreshReports } from "./refresh-reports.ts";

/** Why a content is no report, a sentence, and the report that its page is, where it goes with one. */
export interface Refusal {
  readonly reason: string;
  readonly reportId: string | null;
}

/** Ends a reading that gave no report; what an earlier reading of the same content said is taken out. */
export async function refuseReading(
  store: Store,
  reading: PendingReading,
  { reason, reportId }: Refusal,
): Promise<void> {
  const own = buildCaptureId({ digest: reading.digest, address: reading.url });
  // Before the transaction, whose first statement writes: two processes then queue instead of failing halfway.
  const page = await findPageReport(store, reading.addressId);
  await store.db.transaction().execute(async (db) => {
    const { id, visitId } = reading;
    await endReading({ db }, { id, visitId, state: "refused", reportId, reason });
    await deleteVersionOf(db, own, null);
    if (isOtherPage(page, null)) await markAttachments({ db }, reading.addressId);
    await refreshReports(db, { reportId: null, addressId: reading.addressId, isMarked: false });
  });
}
