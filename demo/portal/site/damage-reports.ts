import { damages } from "../../generator/damages/damages.ts";
import { editions } from "../../generator/editions.ts";
import { textLayouts } from "../../generator/layouts/layouts.ts";
import { keepsFacts } from "../../generator/write-report.ts";
import { printReport } from "./print-report.ts";
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
  const { report } = plain.page;
  const edition = editions.find(({ form }) => form.id === report.form);
  const layout = markup[seed % markup.length];
  if (!edition || !layout) throw new Error(`The generator prints no form ${report.form}.`);
  const met = damages.filter(
    (damage) => damage.reach !== "text" && !damage.text && keepsFacts(damage, layout),
  );
  const damage = met[seed % (met.length + 1)] ?? null;
  return printReport(plain, { edition, layout, seed, damage });
}
