import { createHash } from "node:crypto";
import type { Report } from "../../corpus/report.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { saveReport } from "../../corpus/store/save-report.ts";

/** Keeps generated reports in a store as if they had been read. */
export async function saveCorpus(store: Store, reports: readonly Report[]): Promise<void> {
  for (const report of reports) {
    const { title, form, published, level, sections, facts, regions } = report;
    const path = regions.map(({ name }) => name);
    const code = regions.at(-1)?.code ?? "";
    await saveReport(store, {
      capture: {
        ...report.capture,
        digest: createHash("sha256").update(report.id).digest("hex"),
        status: 200,
        headers: {},
      },
      extraction: {
        title,
        form,
        published,
        level,
        year: report.year,
        agency: { name: report.agency, printed: report.printedAgency, kind: report.kind },
        division: { code, path },
        divisionEvidence: null,
        dates: report.dates,
        indexNumber: null,
        documentNumber: null,
        preamble: null,
        sections: [...sections],
        facts: [...facts],
        findings: [],
        attachments: [],
        warnings: [],
      },
      divisions: regions.map((region, at) => ({
        ...region,
        parent: regions[at - 1]?.code ?? null,
      })),
      extractedAt: report.capture.capturedAt,
      demo: true,
    });
  }
}
