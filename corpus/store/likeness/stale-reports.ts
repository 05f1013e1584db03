import type { Transaction } from "kysely";
import type { Store } from "../open-store.ts";
import type { Count, Schema } from "../schema.ts";

/** A report that is to be compared. */
export interface StaleReport {
  readonly reportId: string;
  readonly agencyId: string;
  readonly versionId: number;
  /** It says something else than when it was compared, or never was; else only others may be like it now. */
  readonly isChanged: boolean;
}

/** Reports from the id after `after` on that are to be compared by this edition of the common shingles. */
export async function loadStaleReports(
  trx: Transaction<Schema>,
  { edition, after, limit }: StaleWish,
): Promise<readonly StaleReport[]> {
  const rows = await selectStale(trx, edition)
    .where("report.id", ">", after)
    .orderBy("report.id")
    .limit(limit)
    .select(["report.id", "report.agency_id", "report.current_version"])
    .select((eb) =>
      eb
        .case()
        .when("likeness_report.version_id", "=", eb.ref("report.current_version"))
        .then(eb.ref("likeness_report.edition"))
        .end()
        .as("edition"),
    )
    .execute();
  return rows.flatMap((row) => {
    const { id: reportId, agency_id: agencyId, current_version: versionId } = row;
    if (versionId === null) return [];
    return [{ reportId, agencyId, versionId, isChanged: row.edition !== edition }];
  });
}

interface StaleWish {
  readonly edition: number;
  readonly after: string;
  readonly limit: number;
}

/** How many reports are to be compared. */
export async function countStaleReports({ db }: Store, edition: number): Promise<number> {
  const { count } = await selectStale(db, edition)
    .select((eb) => eb.fn.countAll<Count>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function selectStale(db: Store["db"], edition: number) {
  return db
    .selectFrom("report")
    .leftJoin("likeness_report", "likeness_report.report_id", "report.id")
    .where("report.current_version", "is not", null)
    .where((eb) =>
      eb.or([
        eb("likeness_report.report_id", "is", null),
        eb("likeness_report.version_id", "!=", eb.ref("report.current_version")),
        eb("likeness_report.edition", "!=", edition),
        eb("likeness_report.again", "=", 1),
      ]),
    );
}
