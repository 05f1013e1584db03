import { buildAgencyId, buildReportId } from "../../corpus/report.ts";
import type { Capture } from "../../corpus/capture.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { findPageReport, type PageReport } from "../../corpus/store/find-page-report.ts";
import { keepReading } from "../../corpus/store/keep-reading.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { type Refusal, refuseReading } from "../../corpus/store/refuse-reading.ts";
import type { ReadableReport } from "../../corpus/store/report-to-save.ts";
import type { PendingReading } from "../../corpus/visit-record.ts";
import type { ContentReading } from "./content-reading.ts";
import { fillUnknown } from "./fill-unknown.ts";
import { findObjection } from "./find-objection.ts";
import { listClues } from "./list-clues.ts";

export interface FinishTargets {
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  /** The present as ISO 8601 in UTC. */
  readonly readClock: () => string;
}

/** Keeps the report that a content is, or notes why it is none. */
export async function finishReading(
  pending: PendingReading,
  reading: ContentReading,
  { store, gazetteer, readClock }: FinishTargets,
): Promise<void> {
  const page = await loadPageReport(store, pending);
  const judged = judge(pending, reading, { page, gazetteer });
  if ("reason" in judged) return refuseReading(store, pending, judged);
  const { division } = judged;
  await keepReading(store, pending, {
    capture: buildCapture(pending),
    extraction: judged,
    divisions: division === null ? [] : gazetteer.path(division.code),
    extractedAt: readClock(),
    demo: pending.demo,
  });
}

/** The report that the page of an attachment is; contents of other roles go with no page. */
async function loadPageReport(
  store: Store,
  { role, via }: PendingReading,
): Promise<PageReport | null> {
  return role === "attachment" && via !== null ? findPageReport(store, via) : null;
}

interface Surroundings {
  readonly page: PageReport | null;
  readonly gazetteer: Gazetteer;
}

function judge(
  pending: PendingReading,
  reading: ContentReading,
  { page, gazetteer }: Surroundings,
): ReadableReport | Refusal {
  if (reading.fault !== null) return refuse(reading.fault);
  const { role, hints } = pending;
  const names = [hints.text, ...reading.names];
  const objection = findObjection({ role, extraction: reading.extraction, names });
  if (objection !== null) return refuse(objection);
  const filled = fillUnknown(reading.extraction, listClues(pending, page, gazetteer), gazetteer);
  const report = findReadable(filled);
  if ("reason" in report || page === null || page.facts === 0) return report;
  const { agency, division, year } = report;
  if (buildReportId(buildAgencyId(agency, division), year) !== page.reportId) return report;
  const reason = "This file goes with a page that is the report itself: the page is kept.";
  return { reason, reportId: page.reportId };
}

function findReadable(extraction: Extraction): ReadableReport | Refusal {
  const { agency, year } = extraction;
  if (agency === null)
    return refuse("Neither this content nor the way to it says which body publishes it.");
  if (year === null)
    return refuse("Neither this content nor the way to it says for which year it is.");
  return { ...extraction, agency, year };
}

function refuse(reason: string): Refusal {
  return { reason, reportId: null };
}

/** The capture that a content makes: as it was received. */
function buildCapture(pending: PendingReading): Capture {
  const { digest, url, capturedAt, status, headers, mediaType, charset, bytes } = pending;
  const received = { status, headers, mediaType, charset, bytes };
  return { digest, address: url, file: null, capturedAt, ...received };
}
