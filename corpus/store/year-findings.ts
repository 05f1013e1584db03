import type { Finding } from "../finding.ts";
import { buildFindingRow, findingColumns, parseFindingRow } from "./finding-row.ts";
import type { Store } from "./open-store.ts";

/** What audits across years saw of a report, beside that of the year before. */
export async function loadYearFindings(
  { db }: Store,
  reportId: string,
): Promise<readonly Finding[]> {
  const rows = await db
    .selectFrom("year_finding")
    .where("report_id", "=", reportId)
    .orderBy("position")
    .select(findingColumns)
    .execute();
  return rows.map(parseFindingRow);
}

/** Puts findings in the place of those that the reports had, by the ids of the reports and in one transaction. */
export async function replaceYearFindings(
  store: Store,
  changed: ReadonlyMap<string, readonly Finding[]>,
): Promise<void> {
  if (changed.size === 0) return;
  await store.db.transaction().execute(async (trx) => {
    for (const [reportId, findings] of changed) {
      await trx.deleteFrom("year_finding").where("report_id", "=", reportId).execute();
      if (findings.length === 0) continue;
      const rows = findings.map(buildFindingRow).map((row) => ({ report_id: reportId, ...row }));
      await trx.insertInto("year_finding").values(rows).execute();
    }
  });
}
