import type { PrintedReport } from "../printed-report.ts";
import type { PrintedTable } from "../printed-table.ts";

/** A report as an extraction of its page's text gives it: paragraphs a line each, tables as their writer leaves them. */
export function writeFlatText(
  { words, blocks }: PrintedReport,
  writeTable: (table: PrintedTable) => string,
): string {
  const lines = blocks.map((block) =>
    block.is === "table" ? writeTable(block.table) : block.text,
  );
  return [words.title, ...lines].join("\n");
}
