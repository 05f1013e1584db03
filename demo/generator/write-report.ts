import { Buffer } from "node:buffer";
import type { Damage } from "./damages/damage.ts";
import type { Edition } from "./editions.ts";
import type { Layout } from "./layouts/layout.ts";
import { officialWording } from "./print-tables.ts";
import { buildReport, changeTables, type PrintedReport } from "./printed-report.ts";
import type { Prints } from "./printed-table.ts";
import type { Press } from "./press/press.ts";
import { createRandom } from "./random.ts";
import type { ReportWords } from "./report-words.ts";

/** What is to be written: numbers in a form, the words around them, and what happens to them. */
export interface WritingPlan {
  readonly edition: Edition;
  readonly prints: Prints;
  readonly words?: ReportWords;
  readonly damage?: Damage | null;
  readonly seed?: number;
}

/** What a layout leaves of a report, and the numbers that it printed. */
export interface WrittenReport {
  /** Markup and flat text is a string, every other file bytes. */
  readonly content: string | Uint8Array;
  readonly prints: Prints;
  /** The words of all cells of its tables that hold no numbers. */
  readonly labels: readonly string[];
}

/** Writes a report in a layout. Pressed layouts give what their press works on. */
export function writeReport(plan: WritingPlan, layout: Layout): WrittenReport {
  const { damage, seed = 0 } = plan;
  const report = damageReport(plan);
  const content = layout.write(report);
  const printed = { prints: report.prints, labels: listLabels(report) };
  if (!damage?.text || typeof content !== "string") return { content, ...printed };
  return { content: damage.text(content, createRandom(seed + 3)), ...printed };
}

function listLabels({ blocks }: PrintedReport): readonly string[] {
  const cells = blocks.flatMap((block) => (block.is === "table" ? block.table.flat() : []));
  return cells.flatMap(({ role, text }) => (role === "value" ? [] : [text]));
}

/** Writes the file of a report in any layout; a press runs the programs that some need. */
export async function writeReportFile(
  plan: WritingPlan,
  layout: Layout,
  press: Press | null,
): Promise<WrittenReport & { readonly content: Uint8Array }> {
  const { content, ...printed } = writeReport(plan, layout);
  if (layout.kind !== "pressed") return { content: Buffer.from(content), ...printed };
  if (!press) throw new Error(`The layout ${layout.name} needs a press.`);
  return { content: await press.run(layout.press, content), ...printed };
}

/** Whether a damage is met in a layout. */
export function isMet({ reach }: Damage, { kind }: Layout): boolean {
  return reach === "any" || reach === kind;
}

/** Whether everything that was printed can still be told. */
export function keepsFacts(damage: Damage | null, { kind }: Layout): boolean {
  if (damage === null || damage.keeps === "all") return true;
  return damage.keeps === "cells" && kind !== "text";
}

function damageReport({ edition, prints, words, damage, seed = 0 }: WritingPlan): PrintedReport {
  const cells = createRandom(seed);
  const changed = new Map(
    [...prints].map(([key, print]) => [key, damage?.print?.(print, key, cells) ?? print]),
  );
  const wording = damage?.word?.(createRandom(seed + 1)) ?? officialWording;
  const report = buildReport({ edition, prints: changed, wording, ...(words ? { words } : {}) });
  const change = damage?.table;
  if (!change) return report;
  const random = createRandom(seed + 2);
  return changeTables(report, (table, key) => change(table, key, random));
}
