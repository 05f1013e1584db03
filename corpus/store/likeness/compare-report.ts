import type { Transaction } from "kysely";
import type { Schema } from "../schema.ts";
import { type ComparedSection, loadComparedSections } from "./compared-section.ts";
import type { Comparison } from "./comparison.ts";
import { findCandidates } from "./find-candidates.ts";
import { forgetOthers } from "./forget-likeness.ts";
import { offerMatches, replaceMatches } from "./keep-matches.ts";
import { markCopiesChanged } from "./mark-copies-changed.ts";
import { matchSections, turnMatch } from "./match-sections.ts";
import type { StaleReport } from "./stale-reports.ts";

/**
 * A band of this many sections takes no more: what many write the same would else be looked through again for every
 * one of them. Those that are left out still find these.
 */
const fullBand = 32;

/** Compares one report with all others, and tells those that are like it. Belongs into a transaction. */
export async function compareReport(
  trx: Transaction<Schema>,
  report: StaleReport,
  comparison: Comparison,
): Promise<void> {
  const { reportId, versionId, isChanged } = report;
  const { edition, reader } = comparison;
  const sections = await loadComparedSections(trx, report, comparison);
  const candidates = await findCandidates(trx, report, { sections, names: comparison.names });
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

/** Lets other reports find this one; the index learns of it where other sections than before are compared. */
async function enterSections(
  trx: Transaction<Schema>,
  reportId: string,
  { sections, members }: Entry,
): Promise<void> {
  const before = await trx
    .deleteFrom("likeness_section")
    .where("report_id", "=", reportId)
    .returning("position")
    .execute();
  const compared = new Set(sections.map(({ position }) => position));
  const isSame =
    before.length === compared.size && before.every((row) => compared.has(row.position));
  if (!isSame) await markCopiesChanged(trx, [reportId]);
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
