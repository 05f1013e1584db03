import type { Capture } from "../corpus/capture.ts";
import { buildDigest } from "../corpus/archive.ts";
import { decodeText } from "../corpus/charset.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { resolveAgency } from "../corpus/divisions/resolve-agency.ts";
import type { Extraction } from "../corpus/extraction.ts";
import { detectMediaType } from "../corpus/media-type.ts";
import type { ReadableReport } from "../corpus/store/save-report.ts";
import { extractReport } from "./extract/main.ts";
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
export function readReport(input: FileToRead, gazetteer: Gazetteer): ReadableReport {
  const extraction = applyKnownFacts(extractReport(input, gazetteer), input, gazetteer);
  const { agency, year } = extraction;
  if (agency === null) {
    throw new NotAReport("does not say which body publishes it: name it with --agency");
  }
  if (year === null) throw new NotAReport("does not say for which year it is: give it with --year");
  return { ...extraction, agency, year };
}

/** What a person says goes before what the file says. */
function applyKnownFacts(
  extraction: Extraction,
  known: KnownFacts,
  gazetteer: Gazetteer,
): Extraction {
  const year = known.year ?? extraction.year;
  if (known.agency === null) return { ...extraction, year };
  const words = {
    printed: known.agency,
    title: extraction.title,
    issuer: null,
    siteName: null,
    breadcrumb: null,
    body: [extraction.preamble, ...extraction.sections.map((section) => section.text)].join("\n"),
    address: known.address,
  };
  return { ...extraction, ...resolveAgency(words, gazetteer), year };
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
    charset: mediaType.startsWith("text/") ? decodeText(input.bytes).charset : null,
    bytes: input.bytes.byteLength,
  };
}
