import type { Store } from "./open-store.ts";

/** When the captures were made that reports are told by now, by report: ISO 8601 in UTC. */
export async function loadCaptureTimes(
  { db }: Store,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (reportIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("report")
    .innerJoin("version", "version.id", "report.current_version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("report.id", "in", reportIds)
    .select(["report.id", "capture.captured_at as capturedAt"])
    .execute();
  return new Map(rows.map(({ id, capturedAt }) => [id, capturedAt]));
}
