import { type CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { type Source, sourceSchema } from "../../corpus/source.ts";
import { buildEntryKey } from "./build-entry-key.ts";
import { findDivisionFault, findSourceFaults } from "./find-source-faults.ts";
import { type SourceFault, SourceListBroken } from "./source-list-broken.ts";

/** The columns of a source list, in their order. */
export const sourceColumns = [
  "id",
  "division",
  "agency",
  "entry",
  "kind",
  "render",
  "notes",
] as const satisfies readonly (keyof Source)[];

const header = sourceColumns.join(",");
const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a source list: CSV under the header `id,division,agency,entry,kind,render,notes`; an empty division or agency is
 * none. Throws SourceListBroken with all that is wrong with it. `file` is how the list is called in the message.
 */
export function parseSources(
  text: string,
  { file, gazetteer }: { readonly file: string; readonly gazetteer: Gazetteer },
): readonly Source[] {
  const { lines, faults } = splitLines(text);
  const [first, ...rows] = lines;
  if (first?.cells.join(",") !== header)
    throw new SourceListBroken(file, [
      { line: first?.line ?? 1, column: null, sentence: `the first line must be “${header}”.` },
    ]);
  const read = rows.map((row) => readRow(row, gazetteer));
  const all = [...faults, ...read.flatMap((row) => row.faults), ...findDoubles(rows)];
  if (all.length > 0)
    throw new SourceListBroken(
      file,
      all.toSorted((one, other) => one.line - other.line),
    );
  return read.flatMap(({ source }) => (source === null ? [] : [source]));
}

/** The cells of every line, and the lines whose quotes do not close. */
function splitLines(text: string): {
  readonly lines: readonly Line[];
  readonly faults: readonly SourceFault[];
} {
  const faults: SourceFault[] = [];
  const noteFault = (error: CsvError | undefined): undefined => {
    const line = typeof error?.["lines"] === "number" ? error["lines"] : 1;
    const sentence =
      "its quotes do not match: put a cell with commas or quotes between quotes, and double the quotes within.";
    faults.push({ line, column: null, sentence });
  };
  const records = recordsSchema.parse(
    // Lines are counted right only where they all end alike.
    parse(text.replaceAll(/\r\n?/gu, "\n"), {
      bom: true,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: noteFault,
      record_delimiter: "\n",
    }),
  );
  const lines = records.map(({ record, info }) => ({
    line: info.lines - record.join("").split("\n").length + 1,
    cells: record,
  }));
  return { lines, faults };
}

interface ReadRow {
  readonly source: Source | null;
  readonly faults: readonly SourceFault[];
}

function readRow({ line, cells }: Line, gazetteer: Gazetteer): ReadRow {
  const build = (column: string | null, sentence: string): SourceFault => ({
    line,
    column,
    sentence,
  });
  if (cells.length !== sourceColumns.length) {
    const sentence = `has ${cells.length} cells instead of ${sourceColumns.length} (${header}).`;
    return { source: null, faults: [build(null, sentence)] };
  }
  const values = readCells(cells);
  const result = sourceSchema.safeParse(values);
  if (result.success) {
    const faults = findSourceFaults(result.data, gazetteer);
    return {
      source: result.data,
      faults: faults.map(({ field, sentence }) => build(field, sentence)),
    };
  }
  const { issues } = result.error;
  const faults = issues.map((issue) => build(issue.path.join("."), explainIssue(issue)));
  const unknown = findDivisionFault(values.division, gazetteer);
  const isTold = unknown === null || issues.some(({ path }) => path[0] === "division");
  return { source: null, faults: isTold ? faults : [...faults, build("division", unknown)] };
}

function readCells(cells: readonly string[]) {
  const [id = "", division = "", agency = "", entry = "", kind, render, notes] = cells;
  const readName = (cell: string): string | null => (cell === "" ? null : cell);
  return {
    id,
    division: readName(division),
    agency: readName(agency),
    entry,
    kind,
    render,
    notes,
  };
}

function explainIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}.`;
  return `${issue.message}.`;
}

/** Two addresses of the same page are one entry, whatever their scheme. */
function findDoubles(rows: readonly Line[]): readonly SourceFault[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, cells }) => {
    const { id, entry } = readCells(cells);
    const values = [
      ["id", id],
      ["entry", buildEntryKey(entry)],
    ] as const;
    return values.flatMap(([column, value]) => {
      const before = seen.get(`${column} ${value}`);
      if (value !== "") seen.set(`${column} ${value}`, before ?? line);
      return before === undefined
        ? []
        : [{ line, column, sentence: `is the same as in line ${before}.` }];
    });
  });
}
