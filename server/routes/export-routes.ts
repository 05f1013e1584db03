import { exportSchema, type SearchExport } from "../../search/export/export-row.ts";
import { writeCsv } from "../../search/export/write-csv.ts";
import { writeJson } from "../../search/export/write-json.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { type ExportFormat, exportFormats } from "../../web/export-formats.ts";
import { readSearchQuery } from "../read-request.ts";
import { streamText } from "../stream-text.ts";
import type { ApiRoute } from "./api-route.ts";
import { searchNotes } from "./search-notes.ts";

const exportQuerySchema = searchQuerySchema.omit({
  place: true,
  sort: true,
  page: true,
  size: true,
  group: true,
  verbatim: true,
});

const writers: Readonly<
  Record<ExportFormat["key"], (found: SearchExport) => AsyncGenerator<string>>
> = { csv: writeCsv, json: writeJson };

/** Every search as a file: all sections that its total counts. */
export const exportRoutes: readonly ApiRoute[] = exportFormats.map(({ key, label, mediaType }) => ({
  path: `/api/search.${key}`,
  id: `exportSearchAs${label}`,
  summary: `All sections that a search counts, as ${label}`,
  query: exportQuerySchema,
  notes: searchNotes,
  answer: key === "json" ? exportSchema : mediaType,
  problems: ["bad_request", "engine_unavailable"],
  handle: async (c, deps) => {
    const found = await deps.exportSearch(readSearchQuery(c));
    const headers = {
      "Content-Type": `${mediaType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="gongkai-search.${key}"`,
      "Cache-Control": "no-store",
      "X-Total": String(found.total),
      "X-Exact": String(found.exact),
    };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    return c.body(streamText(writers[key](found)), 200, headers);
  },
}));
