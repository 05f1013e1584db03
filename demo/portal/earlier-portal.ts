import { editions } from "../generator/editions.ts";
import { textLayouts } from "../generator/layouts/layouts.ts";
import { plain } from "./families/plain.ts";
import type { Portal } from "./portal.ts";
import { buildPortal } from "./site/build-portal.ts";
import { planSite } from "./site/plan-site.ts";
import { printReport } from "./site/print-report.ts";

const years = [2014, 2015, 2016, 2017, 2018];
const markup = textLayouts.filter(({ kind }) => kind === "markup");

/** A portal that keeps the reports of the years in which the form of 2014 was in force, each in the markup of its time. */
export function buildEarlierPortal(seed: number, at: number): Portal {
  const plan = planSite({ id: "earlier", at, seed, years });
  const edition = editions.find(({ form }) => form.id === "2014");
  const reports = plan.reports.map((report, number) => {
    const layout = markup[number % markup.length];
    if (!edition || !layout) throw new Error("The generator prints no form 2014.");
    return printReport(report, { edition, layout, seed: seed * 1000 + number });
  });
  return buildPortal({ ...plan, reports }, { ...plain, name: "earlier" });
}
