import { Buffer } from "node:buffer";
import { damages } from "../../generator/damages/damages.ts";
import { editions } from "../../generator/editions.ts";
import { generatePrints } from "../../generator/generate-prints.ts";
import { textLayouts } from "../../generator/layouts/layouts.ts";
import { buildReportWords } from "../../generator/report-words.ts";
import { keepsFacts, writeReport } from "../../generator/write-report.ts";
import { parsePrint } from "../../generator/written-numbers.ts";
import type { SiteReport } from "./site-report.ts";

const markup = textLayouts.filter(({ kind }) => kind === "markup");

/**
 * The same bodies and years with the tables that editors leave behind: parted in three, saved from Word, blanks and
 * dashes for nothing, full-width digits, sums that do not add up.
 */
export function damageReports(reports: readonly SiteReport[], seed: number): readonly SiteReport[] {
  return reports.map((report, at) => damageReport(report, seed * 1000 + at));
}

function damageReport(plain: SiteReport, seed: number): SiteReport {
  const { agency, report } = plain.page;
  const edition = editions.find(({ form }) => form.id === report.form);
  const layout = markup[seed % markup.length];
  if (!edition || !layout) throw new Error(`The generator prints no form ${report.form}.`);
  const met = damages.filter(
    (damage) => damage.reach !== "text" && !damage.text && keepsFacts(damage, layout),
  );
  const damage = met[seed % (met.length + 1)] ?? null;
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
