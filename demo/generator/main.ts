// Fictional reports with known numbers, the same for the same seed:
//   editions            the forms as authorities printed them
//   generate-prints     numbers for all cells, some of them adding up
//   report-words        publisher, title, prose
//   printed-report      words and printed tables
//   layouts/            how portals, office programs and text extractions leave a report
//   damages/            what happens to it on the way
//   write-report        all of this in one file
//   press/              programs outside that print, scan and convert
import type { Damage } from "./damages/damage.ts";
import { editions, type Edition } from "./editions.ts";
import { generatePrints } from "./generate-prints.ts";
import type { FileLayout, TextLayout } from "./layouts/layout.ts";
import { fileLayouts, textLayouts } from "./layouts/layouts.ts";
import { createRandom, type Random } from "./random.ts";
import { buildReportWords, type Publisher } from "./report-words.ts";
import { isMet, writeReport, type WrittenReport } from "./write-report.ts";

/** Which reports are wanted. What is left out is any: every form and every layout that is written here, no damage. */
export interface GenerationPlan {
  readonly seed: number;
  readonly count: number;
  readonly publisher?: Publisher;
  readonly editions?: readonly Edition[];
  readonly layouts?: readonly (TextLayout | FileLayout)[];
  readonly damages?: readonly Damage[];
}

/** A report with its content and the numbers that it prints. */
export interface GeneratedReport extends WrittenReport {
  readonly edition: Edition;
  readonly layout: TextLayout | FileLayout;
  readonly damage: Damage | null;
  readonly title: string;
  readonly year: number;
}

/** So many reports, the same for the same plan. */
export function generateReports(plan: GenerationPlan): readonly GeneratedReport[] {
  const random = createRandom(plan.seed);
  return Array.from({ length: plan.count }, (_, at) => generateReport(plan, random, at));
}

function generateReport(plan: GenerationPlan, random: Random, at: number): GeneratedReport {
  const { seed, publisher } = plan;
  const edition = pickOne(plan.editions ?? editions, random);
  const layout = pickOne(plan.layouts ?? [...textLayouts, ...fileLayouts], random);
  const met = (plan.damages ?? []).filter((damage) => isMet(damage, layout));
  const damage = met.length > 0 ? pickOne(met, random) : null;
  const [prints = new Map<string, string>()] = generatePrints(edition.form, seed + at, 1);
  const words = buildReportWords(edition.form, publisher === undefined ? {} : { publisher });
  const written = writeReport({ edition, prints, words, damage, seed: seed + at }, layout);
  return { ...written, edition, layout, damage, title: words.title, year: words.year };
}

function pickOne<T>(choices: readonly T[], random: Random): T {
  const [first, ...others] = choices;
  if (first === undefined) throw new Error("Nothing to choose from: give one at least.");
  return random.pick([first, ...others]);
}
