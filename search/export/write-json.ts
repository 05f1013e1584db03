import type { SearchExport } from "./export-row.ts";

/** A search as one JSON object (`exportSchema`), a section a line. */
export async function* writeJson({
  query,
  total,
  exact,
  rows,
}: SearchExport): AsyncGenerator<string> {
  yield `${JSON.stringify({ query, total, exact }).slice(0, -1)},"sections":[`;
  let separator = "\n";
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ",\n";
  }
  yield "\n]}\n";
}
