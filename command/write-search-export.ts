import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { loadCaptureTimes } from "../corpus/store/load-capture-times.ts";
import type { ExportRow, SearchExport } from "../search/export/export-row.ts";
import { writeCsv } from "../search/export/write-csv.ts";
import { writeJson } from "../search/export/write-json.ts";
import type { SearchQuery } from "../search/query.ts";
import { WrongUsage } from "./command.ts";
import type { Parts } from "./open-parts.ts";
import type { Terminal } from "./terminal.ts";

type ExportWriter = (found: SearchExport) => AsyncGenerator<string>;

const writers: Readonly<Record<string, ExportWriter>> = { csv: writeCsv, json: writeJson };

/** What writes a file of this name, by its ending. @throws WrongUsage for another one than .csv and .json */
export function chooseExportWriter(file: string): ExportWriter {
  const ending = /\.(csv|json)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const writer = Object.hasOwn(writers, ending) ? writers[ending] : undefined;
  if (writer === undefined) throw new WrongUsage("name a file that ends with .csv or .json.");
  return writer;
}

/**
 * Writes all sections that a search counts to a file, and returns how many these are. The file is there when it is
 * complete: what fails on the way leaves nothing. Of no sections none is written.
 * @throws EngineUnavailable, EngineRefused, IndexChanged, WrongUsage
 */
export async function writeSearchExport(
  query: SearchQuery,
  file: string,
  { corpus, search, terminal }: Pick<Parts, "corpus" | "search"> & { readonly terminal: Terminal },
): Promise<number> {
  const write = chooseExportWriter(file);
  const found = await search.exportSearch(query, (ids) => loadCaptureTimes(corpus.store, ids));
  if (found.total === 0) return 0;
  const rows = countRows(found, terminal);
  const unfinished = `${file}.part`;
  try {
    await pipeline(Readable.from(write({ ...found, rows })), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return found.total;
}

async function* countRows(
  { rows, total }: SearchExport,
  terminal: Terminal,
): AsyncGenerator<ExportRow> {
  const progress = terminal.startProgress("sections written", total);
  let done = 0;
  for await (const row of rows) {
    yield row;
    done += 1;
    progress.advance(done);
  }
  progress.finish();
}
