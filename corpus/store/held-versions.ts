import type { Attachment } from "../attachment.ts";
import { classifyChange, classifyCopy } from "../diff/classify-change.ts";
import type { Told } from "../diff/told.ts";
import { loadFacts, loadSections } from "./load-report.ts";
import type { StoreTransaction } from "./store-transaction.ts";

/** A version of a report with what it tells; `isRead` says that it came from the crawler, not from an import. */
export interface HeldVersion {
  readonly captureId: string;
  readonly digest: string;
  readonly address: string | null;
  readonly capturedAt: string;
  readonly isRead: boolean;
  readonly told: Told;
}

/** All versions of a report, the one captured first first. */
export async function loadHeldVersions(
  store: StoreTransaction,
  reportId: string,
): Promise<readonly HeldVersion[]> {
  const rows = await store.db
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "=", reportId)
    .orderBy("capture.captured_at")
    .orderBy("capture.id")
    .select(["version.id", "version.title", "version.published", "version.attachments"])
    .select(["version.index_number", "version.document_number"])
    .select(["capture.id as capture_id", "capture.digest", "capture.address"])
    .select((eb) => [
      "capture.captured_at",
      eb
        .selectFrom("reading")
        .whereRef("reading.digest", "=", "capture.digest")
        .whereRef("reading.url", "=", "capture.address")
        .select((reading) => reading.fn.max("reading.id").as("id"))
        .as("reading_id"),
    ])
    .execute();
  const versions: HeldVersion[] = [];
  for (const row of rows)
    versions.push({
      captureId: row.capture_id,
      digest: row.digest,
      address: row.address,
      capturedAt: row.captured_at,
      isRead: row.reading_id !== null,
      told: {
        title: row.title || null,
        published: row.published,
        indexNumber: row.index_number,
        documentNumber: row.document_number,
        sections: await loadSections(store, row.id),
        facts: await loadFacts(store, row.id),
        attachments: JSON.parse(row.attachments ?? "[]") as Attachment[],
      },
    });
  return versions;
}

/** The copy that is compared with versions. */
export interface Copy {
  readonly digest: string;
  readonly address: string | null;
  readonly told: Told;
}

/** How a copy differs from a version: to the letter at the same address, else as one file from another. */
export function compareToVersion(version: HeldVersion, copy: Copy) {
  if (version.digest === copy.digest) return "cosmetic";
  const classify = version.address === copy.address ? classifyChange : classifyCopy;
  return classify(version.told, copy.told);
}

/**
 * The version that says the same already: one of the same address before others, then the one captured first. A file
 * that was imported without an address is one only for the same bytes, since readers could not follow it to its source.
 */
export function findTwin(versions: readonly HeldVersion[], copy: Copy): HeldVersion | null {
  const twins = versions.filter(
    (version) =>
      (version.address !== null || version.digest === copy.digest) &&
      compareToVersion(version, copy) === "cosmetic",
  );
  return twins.find(({ address }) => address === copy.address) ?? twins[0] ?? null;
}
