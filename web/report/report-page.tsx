import type { Form } from "../../corpus/forms/form.ts";
import { noLikeness, type ReportLikeness } from "../../corpus/likeness/likeness.ts";
import type { Report } from "../../corpus/report.ts";
import type { VersionChanges } from "../../corpus/diff/version-changes.ts";
import type { Marker } from "../../search/search-result.ts";
import { RegionPath } from "../region-path.tsx";
import { AuditSummary } from "./audit-summary.tsx";
import { nameCells } from "./cell-names.ts";
import { citeFindings, findTableKey } from "./cited-findings.ts";
import { placeTables } from "./place-tables.ts";
import { ReportFacts } from "./report-facts.tsx";
import { ReportOutline } from "./report-outline.tsx";
import { ReportSources } from "./report-sources.tsx";
import { buildReportAddress, type VersionName } from "./report-address.ts";
import { SectionView, Tables } from "./section-view.tsx";
import { SimilarReports } from "./similar-reports.tsx";
import { buildShownTables } from "./shown-table.ts";
import { VersionNotice } from "./version-notice.tsx";

interface Props {
  readonly report: Report;
  readonly form: Form | null;
  /** How its versions differ. */
  readonly changes: readonly VersionChanges[];
  /** What its current version has in common with other reports. */
  readonly likeness: ReportLikeness;
  /** The query that led here; its words are marked. Empty for none. */
  readonly q: string;
  readonly marker: Marker | null;
}

export function ReportPage({ report, form, changes, likeness, q, marker }: Props) {
  const tables = buildShownTables(form, report.facts);
  const placed = placeTables(report.sections, tables);
  const cited = citeFindings(report.findings);
  const shown = new Set<string | null>(tables.map((table) => table.layout.key));
  const context = { report, cellNames: nameCells(tables) };
  const version = nameVersion(report);
  const { sections, reports } = version.digest === undefined ? likeness : noLikeness;
  const loose = cited.filter(({ finding }) => !shown.has(findTableKey(finding)));
  return (
    <div class="report-page">
      <header class="report-header">
        <RegionPath places={report.regions} />
        <h1>{report.title}</h1>
        {report.demo && <p class="demo-chip">示例年报，内容虚构</p>}
        <ReportFacts report={report} />
        <VersionNotice report={report} />
        <AuditSummary cited={cited} loose={loose} warnings={report.warnings} context={context} />
        {q.trim() !== "" && <MarkingNote address={buildReportAddress(version)} q={q} />}
      </header>
      <ReportOutline sections={report.sections} />
      <article class="report-body">
        {report.sections.map((section, position) => (
          <SectionView
            section={section}
            position={position}
            tables={placed.get(position) ?? []}
            cited={cited}
            context={context}
            version={version}
            matches={sections.find((section) => section.position === position)?.matches ?? []}
            marker={marker}
          />
        ))}
        <Tables
          tables={placed.get(-1) ?? []}
          cited={cited}
          context={context}
          version={version}
          findMarks={marker?.findMarks ?? (() => [])}
          passage={null}
        />
        <SimilarReports reports={reports} />
        <ReportSources report={report} changes={changes} />
      </article>
    </div>
  );
}

/** The current version goes by the report's id alone, so that its addresses stay short. */
function nameVersion({ id, capture, versions }: Report): VersionName {
  const current = versions.find((version) => version.current);
  const isCurrent = current === undefined || current.capture.digest === capture.digest;
  return isCurrent ? { id } : { id, digest: capture.digest };
}

function MarkingNote({ address, q }: { readonly address: string; readonly q: string }) {
  return (
    <p class="marking-note">
      文中已标出 <mark>{q}</mark> 的词语。<a href={address}>不再标出</a>
    </p>
  );
}
