import type { PrintedTable } from "./printed-table.ts";

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

/** `cell |` on each line, and a pipe more for each column that spans cover, at the end of the row. */
function writePipes(table: PrintedTable): string {
  return table
    .map((cells) => {
      const covered = cells.reduce((sum, { colspan = 1 }) => sum + colspan - 1, 0);
      return `${cells.map(({ text }) => `${text} |`).join("\n")}${"|".repeat(covered)}`;
    })
    .join("\n");
}

function writeSplitPipes(table: PrintedTable): string {
  return table.map((cells) => cells.map(({ text }) => `${text}\n|`).join("\n")).join("\n");
}

function writeParagraphs(table: PrintedTable): string {
  return table
    .flat()
    .map(({ text }) => text)
    .join("\n\n");
}

/** A row a line; what spans cover is an empty cell where it stands. */
function writeTabs(table: PrintedTable): string {
  const open: number[] = [];
  return table
    .map((cells) => {
      const row: string[] = [];
      const rest = [...cells];
      for (let column = 0; rest.length > 0 || (open[column] ?? 0) > 0; column++) {
        if ((open[column] ?? 0) > 0) {
          open[column] = (open[column] ?? 0) - 1;
          row.push("");
          continue;
        }
        const { text, colspan = 1, rowspan = 1 } = rest.shift() ?? { text: "" };
        for (let over = 0; over < colspan; over++) {
          open[column + over] = rowspan - 1;
          row.push(over === 0 ? text : "");
        }
        column += colspan - 1;
      }
      return row.join("\t");
    })
    .join("\n");
}

function writeOneLine(table: PrintedTable): string {
  return table
    .flat()
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" ");
}
