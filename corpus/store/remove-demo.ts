import type { Transaction } from "kysely";
import { markPending } from "./indexing.ts";
import type { Store } from "./open-store.ts";
import type { Schema } from "./schema.ts";
import { chooseCurrentVersion } from "./choose-current-version.ts";

/** Takes the fictional reports and their sources out of the store, in one transaction; returns how many reports. */
export async function removeDemo(store: Store): Promise<number> {
  return store.db.transaction().execute(async (trx) => {
    const demo = trx.selectFrom("capture").where("demo", "=", 1).select("id");
    const versions = await trx
      .deleteFrom("version")
      .where("capture_id", "in", demo)
      .returning("report_id")
      .execute();
    await trx.deleteFrom("capture").where("demo", "=", 1).execute();
    await removeDemoCrawls(trx);
    const reports = new Set(versions.map((version) => version.report_id));
    for (const reportId of reports) {
      await chooseCurrentVersion(trx, reportId);
      await markPending(trx, reportId);
    }
    await trx
      .deleteFrom("agency")
      .where("id", "not in", trx.selectFrom("report").select("agency_id"))
      .execute();
    return reports.size;
  });
}

/** What the crawls of the demo left: its addresses are found anew where it comes again. */
async function removeDemoCrawls(trx: Transaction<Schema>): Promise<void> {
  const sources = trx.selectFrom("source").where("origin", "=", "demo").select("id");
  const addresses = trx.selectFrom("address").where("source_id", "in", sources).select("id");
  await trx.deleteFrom("reading").where("address_id", "in", addresses).execute();
  await trx.deleteFrom("visit").where("address_id", "in", addresses).execute();
  await trx.deleteFrom("address").where("source_id", "in", sources).execute();
  await trx.deleteFrom("run").where("source_id", "in", sources).execute();
  await trx.deleteFrom("source").where("origin", "=", "demo").execute();
}
