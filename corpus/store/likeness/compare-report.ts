import type { Transaction } from "kysely";
import type { ShingleReader } from "../../likeness/shingle-reader.ts";
import type { Schema } from "../schema.ts";
import { type ComparedSection, loadComparedSections } from "./compared-section.ts";
import { findCandidates } from "./find-candidates.ts";
import { forgetOthers } from "./forget-likeness.ts";
import { offerMatches, replaceMatches } from "./keep-matches.ts";
import { matchSections, turnMatch } from "./match-sections.ts";
import type { StaleReport } from "./stale-reports.ts";

/** By what reports are compared. */
export interface Comparison {
  readonly edition: number;
  readonly reader: ShingleReader;
}

/**
 * A band of this many sections takes no more: what many write the same would else be looked through again for every
 * one of them. Those that are left out still find these.
 */
const fullBand = 32;

/** Compares one report with all others, and tells those that are like it. Belongs into a transaction. */
export async function compareReport(
  trx: Transaction<Schema>,
  report: StaleReport,
  { edition, reader }: Comparison,
): Promise<void> {
  const { reportId, versionId, isChanged } = report;
  const sections = await loadComparedSections(trx, versionId, reader);
  const candidates = await findCandidates(trx, report, sections);
  const matches = matchSections(report, sections, { candidates, reader });
  const row = { report_id: reportId, version_id: versionId, edition, again: 0 };
  await trx
    .insertInto("likeness_report")
    .values(row)
    .onConflict((conflict) => conflict.column("report_id").doUpdateSet(row))
    .execute();
  if (isChanged) {
    await forgetOthers(trx, reportId);
    await enterSections(trx, reportId, { sections, members: candidates.members });
    await offerMatches(trx, matches.map(turnMatch));
  }
  await replaceMatches(trx, reportId, matches);
}

interface Entry {
  readonly sections: readonly ComparedSection[];
  readonly members: ReadonlyMap<number, number>;
}

/** Lets other reports find this one. */
async function enterSections(
  trx: Transaction<Schema>,
  reportId: string,
  { sections, members }: Entry,
): Promise<void> {
  await trx.deleteFrom("likeness_section").where("report_id", "=", reportId).execute();
  if (sections.length === 0) return;
  const entered = await trx
    .insertInto("likeness_section")
    .values(
      sections.map(({ position, signature }) => ({ report_id: reportId, position, signature })),
    )
    .returning(["id", "position"])
    .execute();
  const ids = new Map(entered.map(({ id, position }) => [position, id]));
  const bands = sections.flatMap(({ position, keys }) => {
    const id = ids.get(position);
    const open = [...new Set(keys)].filter((key) => (members.get(key) ?? 0) < fullBand);
    return id === undefined ? [] : open.map((key) => ({ band_key: key, section_id: id }));
  });
  if (bands.length > 0) await trx.insertInto("likeness_band").values(bands).execute();
}
