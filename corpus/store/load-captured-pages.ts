import type { CapturedPage } from "../archive/wacz/captured-page.ts";
import { buildTitle } from "../report.ts";
import type { Store } from "./open-store.ts";

/** The captures of all versions of a year's reports in these divisions and below them, in a lasting order. */
export async function loadCapturedPages(
  { db }: Store,
  { divisions, year }: { readonly divisions: readonly string[]; readonly year: number },
): Promise<readonly CapturedPage[]> {
  if (divisions.length === 0) return [];
  const rows = await db
    .withRecursive("place", (cte) =>
      cte
        .selectFrom("division")
        .where("code", "in", divisions)
        .select("code")
        .union((eb) =>
          eb
            .selectFrom("division")
            .innerJoin("place", "place.code", "division.parent")
            .select("division.code"),
        ),
    )
    .selectFrom("report")
    .innerJoin("agency", "agency.id", "report.agency_id")
    .innerJoin("place", "place.code", "agency.division_code")
    .innerJoin("version", "version.report_id", "report.id")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("report.year", "=", year)
    .orderBy("report.id")
    .orderBy("capture.captured_at")
    .orderBy("capture.id")
    .select([
      "capture.digest",
      "capture.address",
      "capture.captured_at",
      "capture.bytes",
      "version.title",
      "agency.name as agency",
      "report.year",
    ])
    .execute();
  return rows.map((row) => ({
    digest: row.digest,
    address: row.address,
    title: row.title || buildTitle(row),
    capturedAt: row.captured_at,
    bytes: row.bytes,
  }));
}
