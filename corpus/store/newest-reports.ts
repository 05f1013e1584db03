import type { HeldReport } from "../holdings.ts";
import { buildTitle } from "../report.ts";
import { loadRegions } from "./load-regions.ts";
import type { Store } from "./open-store.ts";

/** The reports of the latest years, those stored last first. */
export async function loadNewestReports(
  store: Store,
  limit: number,
): Promise<readonly HeldReport[]> {
  const rows = await store.db
    .selectFrom("report")
    .innerJoin("agency", "agency.id", "report.agency_id")
    .innerJoin("version", "version.id", "report.current_version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .orderBy("report.year", "desc")
    .orderBy("capture.captured_at", "desc")
    .orderBy("report.id")
    .limit(limit)
    .select([
      "report.id",
      "report.year",
      "agency.name as agency",
      "agency.division_code",
      "version.title",
      "version.published",
      "capture.captured_at",
    ])
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      title: row.title || buildTitle(row),
      agency: row.agency,
      regions: await loadRegions(store, row.division_code),
      year: row.year,
      published: row.published,
      capturedAt: row.captured_at,
    })),
  );
}
