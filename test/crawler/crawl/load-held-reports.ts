import type { Store } from "../../../corpus/store/open-store.ts";
import type { TruthReport } from "../../../demo/portal/portal.ts";

/** A report as the store holds it; `versions` are the addresses of all its copies that say something else. */
export interface HeldReport {
  readonly name: string;
  readonly form: string | null;
  /** The address of the copy that holds now. */
  readonly current: string;
  readonly preamble: string;
  readonly facts: ReadonlyMap<string, number | null>;
  readonly versions: readonly string[];
}

/** What makes a report one: body, place and year. */
export function nameReport({
  agency,
  division,
  year,
}: Pick<TruthReport, "agency" | "year"> & { readonly division: string | null }): string {
  return `${agency} ${division ?? "-"} ${year}`;
}

/** Every report that was read, by its name. Throws where two have one name. */
export async function loadHeldReports({ db }: Store): Promise<ReadonlyMap<string, HeldReport>> {
  const rows = await db
    .selectFrom("report")
    .innerJoin("agency", "agency.id", "report.agency_id")
    .leftJoin("version", "version.id", "report.current_version")
    .leftJoin("capture", "capture.id", "version.capture_id")
    .select(["report.id", "agency.name", "agency.division_code", "year", "current_version"])
    .select(["version.form", "capture.address"])
    .execute();
  const [versions, facts, preambles] = [
    await loadVersions({ db }),
    await loadFacts({ db }),
    await loadPreambles({ db }),
  ];
  const held = rows.map((row): [string, HeldReport] => {
    const name = nameReport({ agency: row.name, division: row.division_code, year: row.year });
    const current = row.current_version ?? -1;
    return [
      name,
      {
        name,
        form: row.form,
        current: row.address ?? "",
        preamble: preambles.get(current) ?? "",
        facts: new Map(facts.get(current)),
        versions: versions.get(row.id) ?? [],
      },
    ];
  });
  const byName = new Map(held);
  if (byName.size !== held.length) throw new Error("A report is held twice.");
  return byName;
}

type Db = Pick<Store, "db">;

async function loadVersions({ db }: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .select(["report_id", "capture.address"])
    .orderBy("version.id")
    .execute();
  return group(rows.map(({ report_id: id, address }) => [id, address ?? ""]));
}

async function loadFacts({ db }: Db) {
  const rows = await db
    .selectFrom("fact")
    .select(["version_id", "table_key", "row_key", "column_key", "value"])
    .execute();
  return group(
    rows.map(({ version_id: id, table_key: table, row_key: row, column_key: column, value }) => [
      id,
      [`${table}.${row}.${column}`, value] as const,
    ]),
  );
}

async function loadPreambles({ db }: Db): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom("section")
    .where("kind", "=", "preamble")
    .select(["version_id", "text"])
    .execute();
  return new Map(rows.map(({ version_id: id, text }) => [id, text]));
}

function group<Key, Value>(
  rows: readonly (readonly [Key, Value])[],
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of rows) {
    const own = groups.get(key) ?? [];
    own.push(value);
    groups.set(key, own);
  }
  return groups;
}
