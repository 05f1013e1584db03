import type { Transaction } from "kysely";
import type { Capture } from "../capture.ts";
import { buildAgencyId, buildReportId } from "../report.ts";
import { chooseCurrentVersion } from "./choose-current-version.ts";
import { deleteVersionOf, moveFollowers } from "./delete-version.ts";
import { markPending } from "./indexing.ts";
import { insertCapture, insertReport, upsertPlaces } from "./insert-capture.ts";
import { insertVersion } from "./insert-version.ts";
import type { Store } from "./open-store.ts";
import type { ReportToSave } from "./report-to-save.ts";
import type { Schema } from "./schema.ts";

export interface SavedReport {
  readonly reportId: string;
  /** `same` where this capture was kept before and was only read again. */
  readonly state: "new" | "version" | "same";
}

/**
 * Keeps an imported capture and what was read from it, in one transaction: all of it or nothing. Other bytes are
 * another version, even where they say the same; contents that the crawler brings are kept by keep-reading.ts.
 */
export async function saveReport(store: Store, report: ReportToSave): Promise<SavedReport> {
  const { extraction } = report;
  const agencyId = buildAgencyId(extraction.agency, extraction.division);
  const reportId = buildReportId(agencyId, extraction.year);
  return store.db.transaction().execute(async (trx) => {
    const own = await insertCapture(trx, report);
    await upsertPlaces(trx, report, agencyId);
    const { captureId, replaced } = await makeRoom(trx, report.capture, { own, reportId });
    const isNew = await insertReport(trx, { id: reportId, agencyId, year: extraction.year });
    await insertVersion({ ...store, db: trx }, report, { reportId, captureId });
    await chooseCurrentVersion(trx, reportId);
    await markPending(trx, reportId);
    if (replaced) return { reportId, state: "same" };
    return { reportId, state: isNew ? "new" : "version" };
  });
}

/**
 * Takes out what earlier readings of these bytes said of this report. The same bytes from elsewhere are no other
 * version: of their captures the first one with an address holds it.
 */
async function makeRoom(
  trx: Transaction<Schema>,
  { digest, address }: Capture,
  { own, reportId }: { readonly own: string; readonly reportId: string },
): Promise<{ readonly captureId: string; readonly replaced: boolean }> {
  const held = await trx
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "=", reportId)
    .where("capture.digest", "=", digest)
    .select(["capture.id", "capture.address"])
    .executeTakeFirst();
  const wasOwn = await deleteVersionOf(trx, own, reportId);
  if (held === undefined || held.id === own) return { captureId: own, replaced: wasOwn };
  await deleteVersionOf(trx, held.id, reportId);
  const isBetter = held.address === null && address !== null;
  if (isBetter) await moveFollowers(trx, held.id, own);
  return { captureId: isBetter ? own : held.id, replaced: true };
}
