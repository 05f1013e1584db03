import {
  writeOneLine,
  writeParagraphs,
  writePipes,
  writeSplitPipes,
  writeTabs,
} from "../../demo/generator/layouts/flat-tables.ts";
import type { PrintedTable } from "../../demo/generator/printed-table.ts";

/** A way in which pages and text extractions leave a table. */
export interface Layout {
  readonly name: string;
  readonly isHtml: boolean;
  /** Whether the layout keeps empty cells apart from cells that spans cover. */
  readonly keepsBlanks: boolean;
  readonly write: (table: PrintedTable) => string;
}

/** The layouts that tests write: HTML with spans, and flat text in five styles. */
export const layouts: readonly Layout[] = [
  { name: "HTML with spans", isHtml: true, keepsBlanks: true, write: writeHtml },
  { name: "one cell a line with pipes", isHtml: false, keepsBlanks: true, write: writePipes },
  { name: "pipes on lines of their own", isHtml: false, keepsBlanks: true, write: writeSplitPipes },
  { name: "one value a paragraph", isHtml: false, keepsBlanks: false, write: writeParagraphs },
  { name: "rows with tabs", isHtml: false, keepsBlanks: true, write: writeTabs },
  { name: "one line", isHtml: false, keepsBlanks: false, write: writeOneLine },
];

function writeHtml(table: PrintedTable): string {
  const rows = table.map(
    (cells) =>
      `<tr>${cells
        .map(({ text, colspan = 1, rowspan = 1 }) => {
          const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
          return `<td${spans}><p><span>${escapeHtml(text)}</span></p></td>`;
        })
        .join("")}</tr>`,
  );
  return `<table><tbody>${rows.join("\n")}</tbody></table>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
