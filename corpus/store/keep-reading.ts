import { buildTold } from "../diff/told.ts";
import { buildAgencyId, buildReportId } from "../report.ts";
import type { PendingReading } from "../visit-record.ts";
import { deleteVersionOf, moveFollowers } from "./delete-version.ts";
import { findPageReport, isOtherPage } from "./find-page-report.ts";
import { type Copy, findTwin, type HeldVersion, loadHeldVersions } from "./held-versions.ts";
import { findFileOf, foldPages, leadTo, notePage } from "./fold-pages.ts";
import { markPending } from "./indexing.ts";
import { insertCapture, insertReport, upsertPlaces } from "./insert-capture.ts";
import { insertVersion } from "./insert-version.ts";
import { noteSeen } from "./note-seen.ts";
import { noteReturn } from "./note-whereabouts.ts";
import type { Store } from "./open-store.ts";
import { refreshReports } from "./refresh-reports.ts";
import { endReading, markAttachments } from "./readings.ts";
import type { ReportToSave } from "./report-to-save.ts";
import type { SavedReport } from "./save-report.ts";
import type { StoreTransaction } from "./store-transaction.ts";
import { tellChange } from "./tell-change.ts";

/**
 * Keeps what reading a crawled content gave and ends the reading, in one transaction. Words and numbers that a version
 * says already make no other one, whatever address or file they are met in: of all that say the same, the content
 * captured first holds the version, in whatever order they are read. A page that only leads to the file which is the
 * report has no version of its own.
 */
export async function keepReading(
  store: Store,
  reading: PendingReading,
  report: ReportToSave,
): Promise<SavedReport> {
  const { agency, division, year } = report.extraction;
  const agencyId = buildAgencyId(agency, division);
  const reportId = buildReportId(agencyId, year);
  return store.db.transaction().execute(async (db) => {
    const trx = { ...store, db };
    // First, since it locks the agency: two processes that read the same report do so one after the other.
    await upsertPlaces(db, report, agencyId);
    const page = await findPageReport(trx, reading.addressId);
    const own = await insertCapture(db, report);
    await noteSeen(db, own, reading);
    await notePage(db, own, reading);
    const wasHeld = await deleteVersionOf(db, own, reportId);
    const isNew = await insertReport(db, { id: reportId, agencyId, year });
    const versions = await loadHeldVersions(trx, reportId);
    const { digest, address } = report.capture;
    const copy = { digest, address, told: buildTold(report.extraction) };
    const folded = { reading, versions, copy };
    const file = await findFileOf(db, folded);
    if (file !== null) await leadTo(db, own, file.captureId);
    const teller =
      file?.captureId ?? (await findTeller(trx, report, { own, reportId, versions, copy }));
    await foldPages(db, folded, teller);
    await tellChange(trx, { reading, own, teller, versions, copy });
    await noteReturn(db, own, address);
    const { id, visitId } = reading;
    await endReading(trx, { id, visitId, state: "report", reportId, reason: null });
    const isChanged = wasHeld || teller === own;
    if (isChanged) await markPending(db, reportId);
    await refreshReports(db, { reportId, addressId: reading.addressId, isMarked: isChanged });
    if (isOtherPage(page, await findPageReport(trx, reading.addressId)))
      await markAttachments(trx, reading.addressId);
    if (isNew) return { reportId, state: "new" };
    return { reportId, state: teller === own && !wasHeld ? "version" : "same" };
  });
}

interface Teller {
  readonly own: string;
  readonly reportId: string;
  readonly versions: readonly HeldVersion[];
  readonly copy: Copy;
}

/** The id of the capture whose version speaks for this content: its own, or that of one which says the same. */
async function findTeller(
  trx: StoreTransaction,
  report: ReportToSave,
  { own, reportId, versions, copy }: Teller,
): Promise<string> {
  const twin = findTwin(versions, copy);
  if (twin !== null && !isBetter(report, own, twin)) {
    await moveFollowers(trx.db, own, twin.captureId);
    await trx.db
      .updateTable("capture")
      .set({ same_as: twin.captureId })
      .where("id", "=", own)
      .execute();
    return twin.captureId;
  }
  if (twin !== null) {
    await trx.db.deleteFrom("version").where("capture_id", "=", twin.captureId).execute();
    await moveFollowers(trx.db, twin.captureId, own);
    if (twin.address !== null)
      await trx.db
        .updateTable("capture")
        .set({ same_as: own })
        .where("id", "=", twin.captureId)
        .execute();
  }
  await insertVersion(trx, report, { reportId, captureId: own });
  return own;
}

/** Whether this content holds the version rather than its twin. What a person imported with its address stays. */
function isBetter({ capture }: ReportToSave, own: string, twin: HeldVersion): boolean {
  if (twin.address === null) return true;
  if (!twin.isRead) return false;
  if (capture.capturedAt !== twin.capturedAt) return capture.capturedAt < twin.capturedAt;
  return own < twin.captureId;
}
