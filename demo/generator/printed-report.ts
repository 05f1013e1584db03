import type { TableKey } from "../../corpus/fact.ts";
import type { Edition } from "./editions.ts";
import { printTables, type Wording } from "./print-tables.ts";
import type { PrintedTable, Prints } from "./printed-table.ts";
import { buildReportWords, type ReportWords } from "./report-words.ts";

export type ReportBlock =
  | { readonly is: "paragraph" | "heading" | "signature"; readonly text: string }
  | { readonly is: "table"; readonly key: TableKey; readonly table: PrintedTable };

/** A fictional report with all that it says: `prints` are its numbers, `blocks` what stands below its title. */
export interface PrintedReport {
  readonly edition: Edition;
  readonly words: ReportWords;
  readonly prints: Prints;
  readonly blocks: readonly ReportBlock[];
}

export interface ReportPlan {
  readonly edition: Edition;
  readonly prints: Prints;
  readonly words?: ReportWords;
  readonly wording?: Wording;
}

/** A report of a form with these numbers. */
export function buildReport({ edition, prints, words, wording }: ReportPlan): PrintedReport {
  const said = words ?? buildReportWords(edition.form);
  const tables = printTables(edition.form, {
    prints,
    year: said.year,
    hasCodes: edition.hasCodes,
    ...(wording === undefined ? {} : { wording }),
  });
  const sections = said.sections.flatMap(({ heading, paragraphs, table: key }): ReportBlock[] => {
    const table = key === null ? undefined : tables.get(key);
    return [
      { is: "heading", text: heading },
      ...paragraphs.map((text): ReportBlock => ({ is: "paragraph", text })),
      ...(key === null || !table ? [] : [{ is: "table" as const, key, table }]),
    ];
  });
  const preamble = said.preamble.map((text): ReportBlock => ({ is: "paragraph", text }));
  const signature = said.signature.map((text): ReportBlock => ({ is: "signature", text }));
  return { edition, words: said, prints, blocks: [...preamble, ...sections, ...signature] };
}

/** The same report with each table changed; a table may become several, or none. */
export function changeTables(
  report: PrintedReport,
  change: (table: PrintedTable, key: TableKey) => readonly PrintedTable[],
): PrintedReport {
  const blocks = report.blocks.flatMap((block): readonly ReportBlock[] =>
    block.is === "table"
      ? change(block.table, block.key).map((table) => ({ ...block, table }))
      : [block],
  );
  return { ...report, blocks };
}
