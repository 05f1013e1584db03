import { measureWidth, placeCells, type PrintedRow, type PrintedTable } from "../printed-table.ts";

/** `cell |` on each line, and a pipe more for each column that spans cover, at the end of the row. */
export function writePipes(table: PrintedTable): string {
  return table
    .map((cells) => {
      const covered = cells.reduce((sum, { colspan = 1 }) => sum + colspan - 1, 0);
      return `${cells.map(({ text }) => `${text} |`).join("\n")}${"|".repeat(covered)}`;
    })
    .join("\n");
}

/** Cell and pipe in turn, each on a line of its own. */
export function writeSplitPipes(table: PrintedTable): string {
  return table.map((cells) => cells.map(({ text }) => `${text}\n|`).join("\n")).join("\n");
}

/** Rows of markdown as converters leave them: ragged, a line of dashes below the first. */
export function writeMarkdown(table: PrintedTable): string {
  const write = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rows = table.map((row) => write(row.map(({ text }) => text.replaceAll("\n", " "))));
  const dashes = write(Array<string>(measureWidth(table)).fill("---"));
  return [...rows.slice(0, 1), dashes, ...rows.slice(1)].join("\n");
}

/** Rows of markdown with an empty cell for each that spans cover. */
export function writeWholeMarkdown(table: PrintedTable): string {
  const width = measureWidth(table);
  const rows = placeCells(table).map((row) => {
    const cells = Array<string>(width).fill("");
    for (const { at, text } of row) cells[at] = text.replaceAll("\n", " ");
    return `| ${cells.join(" | ")} |`;
  });
  const dashes = `|${" --- |".repeat(width)}`;
  return [...rows.slice(0, 1), dashes, ...rows.slice(1)].join("\n");
}

/** Every value a paragraph of its own. */
export function writeParagraphs(table: PrintedTable): string {
  return listTexts(table.flat()).join("\n\n");
}

/** A row a line; what spans cover is an empty cell where it stands. */
export function writeTabs(table: PrintedTable): string {
  return placeCells(table)
    .map((row) => {
      const end = Math.max(0, ...row.map(({ at, colspan = 1 }) => at + colspan));
      const cells = Array<string>(end).fill("");
      for (const { at, text } of row) cells[at] = text;
      return cells.join("\t");
    })
    .join("\n");
}

/** The whole table on one line, empty cells gone. */
export function writeOneLine(table: PrintedTable): string {
  return listTexts(table.flat())
    .filter((text) => text !== "")
    .join(" ");
}

function listTexts(cells: PrintedRow): readonly string[] {
  return cells.map(({ text }) => text);
}
