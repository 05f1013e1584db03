import { setTimeout as sleep } from "node:timers/promises";
import type { HitDocument } from "../hits/build-hit.ts";
import { findStrict } from "../strict/find-strict.ts";
import { loadDocuments } from "../hits/load-documents.ts";
import type { SearchQuery } from "../query.ts";
import type { SearchParts } from "../search-parts.ts";
import type { StrictAnswer } from "../strict/strict-search.ts";
import { understandQuery, type UnderstoodQuery } from "../understood-query.ts";
import { type ExportRow, IndexChanged, type SearchExport } from "./export-row.ts";
import { type ExportKey, loadExportKeys } from "./load-export-keys.ts";

/** When reports were fetched last, by their ids: ISO 8601 in UTC. */
export type LoadCaptured = (reportIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** So long is waited for phrases to be proved, in milliseconds: others may ask for more and more of them. */
const longestMs = 30_000;
/** Sections whose texts are in memory at once. */
const blockSize = 200;

/**
 * All sections that hold all that was asked for, as the total of the search counts them: nothing is corrected, and none
 * follows that holds less. What is found is settled before the first row; the texts are read while the rows are taken.
 * @throws EngineUnavailable, EngineRefused, ExportTooLarge
 */
export async function exportSearch(
  query: SearchQuery,
  parts: SearchParts,
  loadCaptured: LoadCaptured,
): Promise<SearchExport> {
  const first = { page: 1, size: 1, sort: "relevance", group: "none" } as const;
  const whole = { ...query, ...first, place: [] };
  const { asked, exact, total } = await findProved(await understandQuery(whole, parts), parts);
  const keys = await loadExportKeys(asked, parts.engine);
  const rows = readRows(keys, parts.engine, loadCaptured);
  return { query: query.q, total: keys.length, exact: exact && keys.length === total, rows };
}

/** Waits for phrases with many candidates, which a reader of a page has no time for. */
async function findProved(understood: UnderstoodQuery, parts: SearchParts): Promise<StrictAnswer> {
  const answer = await findStrict(understood, parts);
  if (answer.exact) return answer;
  await Promise.race([parts.phrases.settle(), sleep(longestMs, null, { ref: false })]);
  return findStrict(understood, parts);
}

async function* readRows(
  keys: readonly ExportKey[],
  engine: SearchParts["engine"],
  loadCaptured: LoadCaptured,
): AsyncGenerator<ExportRow> {
  for (let at = 0; at < keys.length; at += blockSize) {
    const block = keys.slice(at, at + blockSize);
    const ids = block.map(({ id }) => id);
    const documents = await loadDocuments(ids, engine);
    if (documents.length < ids.length)
      throw new IndexChanged("The index changed while it was exported: export again.");
    const captured = await loadCaptured([...new Set(block.map(({ reportId }) => reportId))]);
    for (const document of documents)
      yield buildRow(document, captured.get(document.reportId) ?? null);
  }
}

function buildRow(document: HitDocument, captured: string | null): ExportRow {
  const { id, reportId, position, title, agency, year, section, heading, url, demo } = document;
  const place = { id, reportId, position, title, region: document.places, agency, year };
  return { ...place, section, heading, text: document.content, url, captured, demo };
}
