import type { Transaction } from "kysely";
import type { Relation } from "../../likeness/copied.ts";
import { groupBy } from "../../likeness/group-by.ts";
import type { LikenessMatchTable } from "../likeness-tables.ts";
import type { Schema } from "../schema.ts";
import { markCopiesChanged } from "./mark-copies-changed.ts";
import { describeCopies, keepNearest, type Match } from "./match-sections.ts";

/** The matches that are kept of these reports. */
async function loadMatches(
  trx: Transaction<Schema>,
  reportIds: readonly string[],
): Promise<readonly Match[]> {
  if (reportIds.length === 0) return [];
  const rows = await trx
    .selectFrom("likeness_match")
    .where("report_id", "in", reportIds)
    .orderBy("share", "desc")
    .orderBy("other_id")
    .orderBy("other_position")
    .selectAll()
    .execute();
  return rows.map((row) => ({
    reportId: row.report_id,
    position: row.position,
    relation: row.relation as Relation,
    otherId: row.other_id,
    otherPosition: row.other_position,
    share: row.share,
  }));
}

/** Puts a report's matches in the place of those it had; the index learns of it where other sections are copies now. */
export async function replaceMatches(
  trx: Transaction<Schema>,
  reportId: string,
  found: readonly Match[],
): Promise<void> {
  const before = await loadMatches(trx, [reportId]);
  const matches = keepNearest(found.toSorted(byOther));
  await writeMatches(trx, { removed: before, added: matches });
  if (describeCopies(before) !== describeCopies(matches)) await markCopiesChanged(trx, [reportId]);
}

/** Adds matches to those of the reports that they are of, where they are nearer than what these have. */
export async function offerMatches(
  trx: Transaction<Schema>,
  offers: readonly Match[],
): Promise<void> {
  const byReport = groupBy(offers, ({ reportId }) => reportId);
  const held = groupBy(await loadMatches(trx, [...byReport.keys()]), ({ reportId }) => reportId);
  const removed: Match[] = [];
  const added: Match[] = [];
  const changed: string[] = [];
  for (const [reportId, own] of byReport) {
    const before = held.get(reportId) ?? [];
    // What is held comes first, so that an equal offer changes nothing.
    const after = new Set(keepNearest([...before, ...dropHeld(own, before)]));
    removed.push(...before.filter((match) => !after.has(match)));
    added.push(...[...after].filter((match) => !before.includes(match)));
    if (describeCopies(before) !== describeCopies([...after])) changed.push(reportId);
  }
  await writeMatches(trx, { removed, added });
  await markCopiesChanged(trx, changed);
}

function dropHeld(offers: readonly Match[], held: readonly Match[]): readonly Match[] {
  const name = ({ position, otherId, otherPosition }: Match) =>
    JSON.stringify([position, otherId, otherPosition]);
  const names = new Set(held.map(name));
  return offers.filter((offer) => !names.has(name(offer)));
}

function byOther(a: Match, b: Match): number {
  if (a.otherId !== b.otherId) return a.otherId < b.otherId ? -1 : 1;
  return a.otherPosition - b.otherPosition;
}

async function writeMatches(
  trx: Transaction<Schema>,
  { removed, added }: { readonly removed: readonly Match[]; readonly added: readonly Match[] },
): Promise<void> {
  for (const match of removed) {
    await trx
      .deleteFrom("likeness_match")
      .where("report_id", "=", match.reportId)
      .where("position", "=", match.position)
      .where("other_id", "=", match.otherId)
      .where("other_position", "=", match.otherPosition)
      .execute();
  }
  if (added.length > 0)
    await trx.insertInto("likeness_match").values(added.map(buildRow)).execute();
}

function buildRow(match: Match): LikenessMatchTable {
  return {
    report_id: match.reportId,
    position: match.position,
    relation: match.relation,
    other_id: match.otherId,
    other_position: match.otherPosition,
    share: match.share,
  };
}
