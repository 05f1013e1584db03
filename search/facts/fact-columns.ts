import type { CurrentVersion } from "../../corpus/fact-source.ts";
import { packColumn, type PackedColumn, unpackColumn } from "./packed-column.ts";

/** A report with its numbers by their facts' keys. */
export interface ReportFacts extends CurrentVersion {
  readonly facts: ReadonlyMap<string, number>;
}

/** The numbers of up to `chunkLength` reports, one packed column for each fact that any of them has. */
export interface FactChunk {
  readonly reports: readonly CurrentVersion[];
  readonly columns: ReadonlyMap<string, PackedColumn>;
}

/**
 * The numbers of all reports, which never change: a new state of the corpus is another one, sharing the chunks that
 * stay as they were. A report's position is its place in `reports`; `byId` lists positions in the order of the ids.
 */
export interface FactColumns {
  readonly chunks: readonly FactChunk[];
  readonly reports: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  readonly byId: Uint32Array;
}

/** So many that a chunk is made in a few milliseconds and its columns' own bytes count for more than their objects. */
export const chunkLength = 1_000;

/** The columns of these reports, each of which may come once. */
export function buildFactColumns(rows: readonly ReportFacts[]): FactColumns {
  const count = Math.ceil(rows.length / chunkLength);
  const chunks = Array.from({ length: count }, (_, index) =>
    buildChunk(rows.slice(index * chunkLength, (index + 1) * chunkLength)),
  );
  return joinChunks(chunks);
}

/** Packs at most `chunkLength` reports. */
export function buildChunk(rows: readonly ReportFacts[]): FactChunk {
  const columns = new Map<string, Float64Array>();
  for (const [index, { facts }] of rows.entries())
    for (const [key, value] of facts) {
      const column = columns.get(key) ?? new Float64Array(rows.length).fill(Number.NaN);
      columns.set(key, column);
      column[index] = value;
    }
  const reports = rows.map(({ reportId, version }) => ({ reportId, version }));
  return { reports, columns: packColumns(columns) };
}

/** One chunk of those reports of several that are not `gone`; at most `chunkLength` may be left. */
export function mergeChunks(chunks: readonly FactChunk[], gone: ReadonlySet<string>): FactChunk {
  const kept = chunks.map(({ reports }) => listKept(reports, gone));
  const length = kept.reduce((sum, places) => sum + places.length, 0);
  const keys = new Set(chunks.flatMap(({ columns }) => [...columns.keys()]));
  const columns = new Map<string, Float64Array>();
  for (const key of keys) {
    const column = new Float64Array(length);
    let next = 0;
    for (const [index, chunk] of chunks.entries()) {
      const values = readChunkColumn(chunk, key);
      for (const place of kept[index] ?? []) column[next++] = values[place] ?? Number.NaN;
    }
    columns.set(key, column);
  }
  const reports = chunks.flatMap((chunk) =>
    chunk.reports.filter(({ reportId }) => !gone.has(reportId)),
  );
  return { reports, columns: packColumns(columns) };
}

/** The columns that chunks make up. A report may be in one of them only. */
export function joinChunks(chunks: readonly FactChunk[]): FactColumns {
  const reports = chunks.flatMap((chunk) => chunk.reports.map(({ reportId }) => reportId));
  const positions = new Map(reports.map((reportId, position) => [reportId, position]));
  const sorted = reports.toSorted((a, b) => (a < b ? -1 : 1));
  const byId = Uint32Array.from(sorted, (reportId) => positions.get(reportId) ?? 0);
  return { chunks, reports, positions, byId };
}

/** The numbers of a fact by position, NaN where a report has none; all NaN for a fact that nobody reports. */
export function readColumn({ chunks, reports }: FactColumns, key: string): Float64Array {
  const values = new Float64Array(reports.length).fill(Number.NaN);
  let offset = 0;
  for (const chunk of chunks) {
    const column = chunk.columns.get(key);
    if (column !== undefined) unpackColumn(column, values, offset);
    offset += chunk.reports.length;
  }
  return values;
}

function readChunkColumn(chunk: FactChunk, key: string): Float64Array {
  const values = new Float64Array(chunk.reports.length).fill(Number.NaN);
  const column = chunk.columns.get(key);
  if (column !== undefined) unpackColumn(column, values, 0);
  return values;
}

function listKept(
  reports: readonly CurrentVersion[],
  gone: ReadonlySet<string>,
): readonly number[] {
  return reports.flatMap(({ reportId }, place) => (gone.has(reportId) ? [] : [place]));
}

function packColumns(
  columns: ReadonlyMap<string, Float64Array>,
): ReadonlyMap<string, PackedColumn> {
  const packed = new Map<string, PackedColumn>();
  for (const [key, values] of columns) {
    const column = packColumn(values);
    if (column !== null) packed.set(key, column);
  }
  return packed;
}
