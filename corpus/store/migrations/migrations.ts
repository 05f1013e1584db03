import type { Kysely } from "kysely";
import type { DialectTraits } from "../dialect-traits.ts";
import { createReports } from "./0001-reports.ts";
import { addQuotes } from "./0002-quotes.ts";
import { createYearFindings } from "./0003-year-findings.ts";
import { addAttachments } from "./0004-attachments.ts";
import { createArchiveRecords } from "./0005-archive.ts";
import { createFrontier } from "./0006-frontier.ts";
import { createRuns } from "./0007-runs.ts";
import { addSameCaptures } from "./0008-same-captures.ts";
import { addRunOwners } from "./0009-run-owners.ts";
import { speedUpFrontier } from "./0010-frontier-speed.ts";
import { createLikeness } from "./0011-likeness.ts";
import { addAttachmentPages } from "./0012-attachment-pages.ts";
import { addSourceWaits } from "./0013-source-waits.ts";
import { compareAnew } from "./0014-compare-anew.ts";
import { addAbsences } from "./0015-absences.ts";
import { addListPages } from "./0016-list-pages.ts";
import { indexAttachments } from "./0017-attachments-of-pages.ts";

export interface StoreMigration {
  readonly name: string;
  readonly up: (db: Kysely<unknown>, traits: DialectTraits) => Promise<void>;
}

/** Oldest first. One that has been released is never changed: add another. */
export const migrations: readonly StoreMigration[] = [
  { name: "0001-reports", up: createReports },
  { name: "0002-quotes", up: addQuotes },
  { name: "0003-year-findings", up: createYearFindings },
  { name: "0004-attachments", up: addAttachments },
  { name: "0005-archive", up: createArchiveRecords },
  { name: "0006-frontier", up: createFrontier },
  { name: "0007-runs", up: createRuns },
  { name: "0008-same-captures", up: addSameCaptures },
  { name: "0009-run-owners", up: addRunOwners },
  { name: "0010-frontier-speed", up: speedUpFrontier },
  { name: "0011-likeness", up: createLikeness },
  { name: "0012-attachment-pages", up: addAttachmentPages },
  { name: "0013-source-waits", up: addSourceWaits },
  { name: "0014-compare-anew", up: compareAnew },
  { name: "0015-absences", up: addAbsences },
  { name: "0016-list-pages", up: addListPages },
  { name: "0017-attachments-of-pages", up: indexAttachments },
];
