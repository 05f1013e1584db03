import { buildCaptureId } from "../capture.ts";
import type { Store } from "./open-store.ts";
import type { Count } from "./schema.ts";

/** The report that a page gave, for what goes with the page. `facts` counts the page's own cells that hold a number. */
export interface PageReport {
  readonly reportId: string;
  readonly printedAgency: string;
  readonly division: string | null;
  readonly year: number;
  readonly facts: number;
}

/** The report that the last content of an address gave that was read; null where it gave none. */
export async function findPageReport(
  { db }: Pick<Store, "db">,
  addressId: number,
): Promise<PageReport | null> {
  const page = await db
    .selectFrom("reading")
    .where("address_id", "=", addressId)
    .where("state", "!=", "pending")
    .orderBy("seen_at", "desc")
    .orderBy("id", "desc")
    .select(["state", "digest", "url"])
    .limit(1)
    .executeTakeFirst();
  if (page?.state !== "report") return null;
  const id = buildCaptureId({ digest: page.digest, address: page.url });
  const row = await db
    .selectFrom("capture")
    .innerJoin("version", (join) =>
      join.on((eb) =>
        eb(
          "version.capture_id",
          "=",
          eb.fn.coalesce("capture.same_as", "capture.leads_to", "capture.id"),
        ),
      ),
    )
    .innerJoin("report", "report.id", "version.report_id")
    .innerJoin("agency", "agency.id", "report.agency_id")
    .where("capture.id", "=", id)
    .select(["report.id", "report.year", "version.printed_agency", "agency.division_code"])
    .select("capture.leads_to")
    .select((eb) =>
      eb
        .selectFrom("fact")
        .whereRef("fact.version_id", "=", "version.id")
        .where("fact.value", "is not", null)
        .select((fact) => fact.fn.countAll<Count>().as("facts"))
        .as("facts"),
    )
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    reportId: row.id,
    printedAgency: row.printed_agency,
    division: row.division_code,
    year: row.year,
    facts: row.leads_to === null ? Number(row.facts) : 0,
  };
}

/** Whether what goes with a page is judged otherwise after it: another report, or now with numbers of its own. */
export function isOtherPage(before: PageReport | null, after: PageReport | null): boolean {
  const numbers = (page: PageReport | null): boolean => page !== null && page.facts > 0;
  return before?.reportId !== after?.reportId || numbers(before) !== numbers(after);
}
