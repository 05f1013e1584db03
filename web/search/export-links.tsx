import { buildSearchParams, type SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { type ExportFormat, exportFormats } from "../export-formats.ts";

/** Where all sections that a search counts can be had, whatever order, page or grouping is looked at. */
export function buildExportAddress(key: ExportFormat["key"], query: Partial<SearchQuery>): string {
  const { sort: _, page: __, size: ___, place: ____, group: _____, ...asked } = query;
  const params = buildSearchParams({ ...asked, verbatim: "0" }).toString();
  return `/api/search.${key}${params === "" ? "" : `?${params}`}`;
}

interface Props {
  readonly query: SearchQuery;
  readonly result: Pick<SearchResult, "total" | "exact">;
}

/** Offers what was counted as files; nothing where nothing was. */
export function ExportLinks({ query, result: { total, exact } }: Props) {
  if (total === 0) return null;
  return (
    <p class="export-links">
      导出
      {exportFormats.map(({ key, label, mediaType }) => (
        <a
          type={mediaType}
          href={buildExportAddress(key, query)}
          title={`全部${exact ? "" : "约"} ${total} 个章节的正文，${label} 文件`}
          download
        >
          {label}
        </a>
      ))}
    </p>
  );
}
