import { loadCopies, loadRecordsOfPayload, loadVisits } from "../../store/archive-records.ts";
import type { Archive } from "../archive.ts";
import { ArchiveDamaged } from "../archive-damaged.ts";
import type { ArchiveRecord } from "../archive-record.ts";
import { buildTarget } from "../record-plan.ts";
import type { CapturedPage } from "./captured-page.ts";

/** The records of one fetch, which lie side by side in a file. */
export interface VisitSpan {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** A page with the address and the time under which the copied records have it. */
export interface ExportedPage extends CapturedPage {
  readonly target: string;
  readonly date: string;
}

export interface VisitsToExport {
  readonly pages: readonly ExportedPage[];
  /** In the order of files and offsets, each once. */
  readonly spans: readonly VisitSpan[];
}

/**
 * The fetches that gave these pages, with those that their revisits refer to. A loose original of before is moved into
 * a WARC file first. Throws ArchiveDamaged where the archive does not hold a page.
 */
export async function findVisits(
  archive: Archive,
  captures: readonly CapturedPage[],
): Promise<VisitsToExport> {
  const spans = new Map<string, VisitSpan>();
  const pages: ExportedPage[] = [];
  for (const capture of captures) {
    const records = await findRecords(archive, capture);
    for (const record of records) {
      const { file, visitOffset, visitLength } = record;
      spans.set(`${file} ${visitOffset}`, { file, offset: visitOffset, length: visitLength });
    }
    const [first] = records;
    if (first !== undefined) pages.push({ ...capture, target: first.target, date: first.date });
  }
  return { pages, spans: [...spans.values()].toSorted(compareSpans) };
}

/** The fetches of the page itself first, then what they refer to. */
async function findRecords(
  archive: Archive,
  { digest, address }: CapturedPage,
): Promise<readonly ArchiveRecord[]> {
  const { store } = archive;
  const own = address === null ? [] : await listVisits(archive, digest, address);
  const referred: ArchiveRecord[] = [];
  for (const { type, payloadDigest } of own) {
    if (type !== "revisit") continue;
    const [copy] = await loadRecordsOfPayload(store, payloadDigest);
    if (copy !== undefined) referred.push(copy);
  }
  const found = [...own, ...referred];
  if (found.some(({ type }) => type !== "revisit")) return found;
  await archive.adopt(digest);
  const [copy] = await loadCopies(store, digest);
  if (copy !== undefined) return [...found, copy];
  throw new ArchiveDamaged(
    `The archive does not hold ${digest} (${address ?? "from disk"}): run npx gongkai archive verify, and restore the archive from a backup.`,
  );
}

async function listVisits(
  { store }: Archive,
  digest: string,
  address: string,
): Promise<readonly ArchiveRecord[]> {
  const target = buildTarget(address);
  const plain = await loadVisits(store, { digest, target });
  return plain.length > 0 ? plain : loadVisits(store, { digest, target: `urn:dom:${target}` });
}

function compareSpans(a: VisitSpan, b: VisitSpan): number {
  return a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1;
}
