import type { TableKey } from "../../../corpus/fact.ts";
import type { Wording } from "../print-tables.ts";
import type { PrintedTable } from "../printed-table.ts";
import type { Random } from "../random.ts";

/** A change to one printed number. `key` is its fact key. */
export type PrintChange = (print: string, key: string, random: Random) => string;

/** A change to a table; it may become several tables. */
export type TableChange = (
  table: PrintedTable,
  key: TableKey,
  random: Random,
) => readonly PrintedTable[];

/** Where a damage is met: in any layout, in flat text, or in markup. */
export type DamageReach = "any" | "text" | "markup";

/** What portals, editors and text extractions do to a report. All changes follow a seed. */
export interface Damage {
  readonly name: string;
  readonly note: string;
  readonly reach: DamageReach;
  /** Where every number that is printed can still be told: in pages and files with cells, everywhere, or nowhere for sure. */
  readonly keeps: "cells" | "all" | "none";
  /** What a cell prints: what is gone is expected no more. */
  readonly print?: PrintChange;
  readonly word?: (random: Random) => Wording;
  /** What happens to the page below its numbers: they are still expected. */
  readonly table?: TableChange;
  readonly text?: (text: string, random: Random) => string;
}
