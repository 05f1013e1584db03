/** Characters that take two columns on a terminal. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Rows as lines with columns two spaces apart; Chinese characters count twice. */
export function formatTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries())
      widths[at] = Math.max(widths[at] ?? 0, measureWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - measureWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
}

function measureWidth(cell: string): number {
  return cell.length + (cell.match(wide)?.length ?? 0);
}
