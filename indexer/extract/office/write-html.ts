import { spanRows, type MergedCell } from "./span-rows.ts";

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\n": "<br>",
};

/** Words as HTML; `\n` breaks the line. Control characters are left out. */
export function writeWords(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
      .replace(/[\u0000-\u0008\u000B-\u001F]/gu, "")
      .replace(/[&<>\n]/gu, (sign) => signs[sign] ?? sign)
  );
}

/** A paragraph, or a heading of a level from 1 to 6. `words` are HTML. */
export function writeParagraph(words: string, heading: number | null): string {
  const name = heading === null ? "p" : `h${heading}`;
  return words === "" ? "" : `<${name}>${words}</${name}>`;
}

/** A table; the content of its cells is HTML. */
export function writeTable(rows: readonly (readonly MergedCell[])[]): string {
  const written = spanRows(rows).map((row) => {
    const cells = row.map(({ content, columns, rows }) => {
      const across = columns > 1 ? ` colspan="${columns}"` : "";
      const down = rows > 1 ? ` rowspan="${rows}"` : "";
      return `<td${across}${down}>${content}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${written.join("")}</table>`;
}
