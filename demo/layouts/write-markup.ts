import type { Grid, GridCell } from "../build-grids.ts";

export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A table's markup; `writeCell` makes the inside of a cell from its text. */
export function writeTable(
  grid: Grid,
  attributes: string,
  writeCell: (text: string) => string,
): string {
  const lines = grid.map(
    (line) =>
      `<tr>${line.map((cell) => `<td${writeSpans(cell)}>${writeCell(cell.text)}</td>`).join("\n")}</tr>`,
  );
  return `<table ${attributes}><tbody>\n${lines.join("\n")}\n</tbody></table>`;
}

function writeSpans({ columns, rows }: GridCell): string {
  const across = columns > 1 ? ` colspan="${columns}"` : "";
  return across + (rows > 1 ? ` rowspan="${rows}"` : "");
}
