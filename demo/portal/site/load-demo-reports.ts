import { readFileSync } from "node:fs";
import { buildFacts, type DemoFacts, plantCells } from "../../build-facts.ts";
import { buildPage } from "../../build-page.ts";
import { demoAgencies } from "../../demo-agencies.ts";
import type { DemoAgency } from "../../demo-report.ts";
import { listDemoFiles } from "../../list-demo.ts";
import type { SiteReport } from "./site-report.ts";

/** The reports of the demo that are written by hand, as a host publishes them: the bytes of their files at their addresses. */
export function loadDemoReports(host: string): readonly SiteReport[] {
  const files = listDemoFiles();
  let next = 0;
  return demoAgencies.flatMap((agency) => {
    const own = files.slice(next, next + agency.reports.length);
    next += agency.reports.length;
    return agency.host === host ? loadAgency(agency, own) : [];
  });
}

function loadAgency(
  agency: DemoAgency,
  files: ReturnType<typeof listDemoFiles>,
): readonly SiteReport[] {
  const correct = new Map<number, DemoFacts>();
  return agency.reports.map((report, at) => {
    const facts = buildFacts(report, correct.get(report.year - 1) ?? null);
    correct.set(report.year, facts);
    const printed = plantCells(facts, report);
    const found = files[at];
    if (!found) throw new Error(`No file is listed for ${agency.name} ${report.year}.`);
    const bytes = readFileSync(found.file);
    // What is left of a page as a text has no markup, and no charset beside that of its bytes.
    const type = found.file.endsWith(".txt") ? "text/plain; charset=utf-8" : "text/html";
    return {
      page: buildPage(agency, report, printed),
      facts: printed,
      published: report.published ?? `${report.year + 1}-01-20`,
      original: bytes,
      served: () => ({ status: 200, headers: [["Content-Type", type]], body: bytes }),
      path: new URL(found.address).pathname,
    };
  });
}
