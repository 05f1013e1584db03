import { buildPage } from "../../build-page.ts";
import { readValue } from "../../build-facts.ts";
import type { SiteReport } from "./site-report.ts";

const cell = "requests.granted.naturalPerson";

/** The same report with one number more in one cell: nothing else on its page tells. */
export function correctReport(report: SiteReport): SiteReport {
  const { facts, page } = report;
  if (facts === null || !facts.has(cell)) throw new Error(`The report has no cell ${cell}.`);
  const corrected = new Map(facts).set(cell, (readValue(facts.get(cell) ?? 0) ?? 0) + 1);
  return { ...report, facts: corrected, page: buildPage(page.agency, page.report, corrected) };
}
