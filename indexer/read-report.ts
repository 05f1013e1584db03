import type { Capture } from "../corpus/capture.ts";
import { buildDigest } from "../corpus/archive/build-digest.ts";
import { decodeText } from "../corpus/charset.ts";
import { dropNul } from "../corpus/drop-nul.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { resolveAgency } from "../corpus/divisions/resolve-agency.ts";
import type { Extraction } from "../corpus/extraction.ts";
import { findForm } from "../corpus/forms/forms.ts";
import { detectMediaType, isText } from "../corpus/media-type.ts";
import type { ReadableReport } from "../corpus/store/report-to-save.ts";
import { auditReport } from "./audit/main.ts";
import { describePlaceDoubts, describeYearDoubts } from "./extract/describe-doubts.ts";
import { extractReport } from "./extract/main.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import { NotAReport } from "./extract/not-a-report.ts";

/** What a person knows of a file and the file itself may not say. */
export interface KnownFacts {
  readonly address: string | null;
  readonly agency: string | null;
  readonly year: number | null;
}

export interface FileToRead extends KnownFacts {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** Reads a file into a report that can be kept. Throws UnreadableFile or NotAReport, each with a sentence. */
export async function readReport(
  input: FileToRead,
  gazetteer: Gazetteer,
  scan: ScanOptions | null = null,
): Promise<ReadableReport> {
  const read = dropNul(await extractReport(input, gazetteer, scan));
  const extraction = applyKnownFacts(read, input, gazetteer);
  const { agency, year } = extraction;
  if (agency === null) {
    throw new NotAReport("does not say which body publishes it: name it with --agency");
  }
  if (year === null) throw new NotAReport("does not say for which year it is: give it with --year");
  return { ...extraction, agency, year };
}

/** What a person says goes before what the file says, and settles the doubts about it. */
function applyKnownFacts(
  extraction: Extraction,
  known: KnownFacts,
  gazetteer: Gazetteer,
): Extraction {
  if (known.year === null && known.agency === null) return extraction;
  const dated = known.year === null ? extraction : applyYear(extraction, known.year);
  const settled =
    known.agency === null ? dated : applyAgency(dated, known.agency, { known, gazetteer });
  const form = settled.form === null ? null : findForm(settled.form);
  return { ...settled, findings: [...auditReport({ ...settled, form })] };
}

function applyYear(extraction: Extraction, year: number): Extraction {
  const settled = describeYearDoubts(extraction);
  const warnings = extraction.warnings.filter((warning) => !settled.includes(warning));
  return { ...extraction, year, warnings };
}

function applyAgency(
  extraction: Extraction,
  agency: string,
  { known, gazetteer }: { readonly known: KnownFacts; readonly gazetteer: Gazetteer },
): Extraction {
  const words = {
    printed: agency,
    title: extraction.title,
    issuer: null,
    siteName: null,
    breadcrumb: null,
    body: [extraction.preamble, ...extraction.sections.map((section) => section.text)].join("\n"),
    address: known.address,
  };
  const resolved = resolveAgency(words, gazetteer);
  const settled = describePlaceDoubts(extraction);
  const others = extraction.warnings.filter((warning) => !settled.includes(warning));
  return { ...extraction, ...resolved, warnings: [...describePlaceDoubts(resolved), ...others] };
}

/** The capture that a file from disk makes. */
export function buildCapture(input: FileToRead, capturedAt: string): Capture {
  const mediaType = detectMediaType(input.bytes);
  return {
    digest: buildDigest(input.bytes),
    address: input.address,
    file: input.file,
    capturedAt,
    status: null,
    headers: null,
    mediaType,
    charset: isText(mediaType) ? decodeText(input.bytes).charset : null,
    bytes: input.bytes.byteLength,
  };
}
