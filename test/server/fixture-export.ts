import type { ExportRow, SearchExport } from "../../search/export/export-row.ts";
import { searchQuerySchema, type SearchQuery } from "../../search/query.ts";
import { searchFixtures } from "./fixture-search.ts";
import { reports } from "./fixture-reports.ts";

/** What the fixtures hold of a search, as it is exported. */
export function exportFixtures(query: SearchQuery): SearchExport {
  const whole = { q: query.q, year: query.year, region: query.region, size: 100 };
  const { hits, total } = searchFixtures(searchQuerySchema.parse(whole));
  const rows = hits
    .filter(({ relaxed }) => !relaxed)
    .map((hit): ExportRow => {
      const { id, reportId, position, title, region, agency, year, section, heading, url, demo } =
        hit;
      const report = reports.find((one) => one.id === reportId);
      const text = report?.sections[position]?.text ?? "";
      const captured = report?.capture.capturedAt ?? null;
      return {
        id,
        reportId,
        position,
        title,
        region,
        agency,
        year,
        section,
        heading,
        text,
        url,
        captured,
        demo,
      };
    });
  return { query: query.q, total, exact: true, rows: streamRows(rows) };
}

async function* streamRows(rows: readonly ExportRow[]): AsyncGenerator<ExportRow> {
  yield* rows;
}
