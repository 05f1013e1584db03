import { Buffer } from "node:buffer";
import type { Damage } from "../../generator/damages/damage.ts";
import type { Edition } from "../../generator/editions.ts";
import { generatePrints } from "../../generator/generate-prints.ts";
import type { TextLayout } from "../../generator/layouts/layout.ts";
import { buildReportWords } from "../../generator/report-words.ts";
import { writeReport } from "../../generator/write-report.ts";
import { parsePrint } from "../../generator/written-numbers.ts";
import type { SiteReport } from "./site-report.ts";

/** As which form, in which layout and with which numbers the generator prints a report. */
export interface PrintPlan {
  readonly edition: Edition;
  readonly layout: TextLayout;
  readonly seed: number;
  readonly damage?: Damage | null;
}

/** The report of the same body and year, under the same title and date, as the generator prints it. */
export function printReport(
  plain: SiteReport,
  { edition, layout, seed, damage = null }: PrintPlan,
): SiteReport {
  const { agency, report } = plain.page;
  const [prints = new Map<string, string>()] = generatePrints(edition.form, seed, 1);
  const { name, issuer, siteName, host } = agency;
  const publisher = { place: name, agency: name, issuer, siteName, host };
  const words = {
    ...buildReportWords(edition.form, { publisher, year: report.year }),
    title: report.title,
    published: plain.published,
  };
  const written = writeReport({ edition, prints, words, damage, seed }, layout);
  const facts = [...written.prints].map(([key, print]) => [key, parsePrint(print)] as const);
  return { ...plain, facts: new Map(facts), original: Buffer.from(written.content) };
}
