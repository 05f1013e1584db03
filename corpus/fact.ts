import { z } from "zod";

/** The tables that official forms carry. Row and column keys of each are data in `corpus/forms/`. */
export const tableKeys = ["disclosure", "requests", "disputes", "indicators"] as const;
export const tableKeySchema = z.enum(tableKeys);
export type TableKey = z.infer<typeof tableKeySchema>;

/**
 * Where a number was read. `table`, `row` and `column` count from 0 over the tables, printed rows and
 * printed cells of the file. For text, `start` and `end` are UTF-16 offsets into the decoded file;
 * for HTML, `selector` is a CSS selector that finds the cell in the original page.
 */
export const placeSchema = z.discriminatedUnion("in", [
  z.object({
    in: z.literal("text"),
    table: z.int().nonnegative(),
    row: z.int().nonnegative(),
    column: z.int().nonnegative(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  }),
  z.object({
    in: z.literal("html"),
    table: z.int().nonnegative(),
    row: z.int().nonnegative(),
    column: z.int().nonnegative(),
    selector: z.string(),
  }),
]);
export type Place = Readonly<z.infer<typeof placeSchema>>;

/**
 * One number from one cell. `value` is null where the cell is blank or unclear, never 0 for that;
 * `raw` is the cell as printed; `unit` as printed or as the form fixes it, else null;
 * `label` is the row's label as printed without numbering and 其中.
 */
export const factSchema = z.object({
  table: tableKeySchema,
  row: z.string().min(1),
  column: z.string().min(1),
  value: z.number().nullable(),
  raw: z.string(),
  unit: z.string().nullable(),
  label: z.string(),
  at: placeSchema,
});
export type Fact = Readonly<z.infer<typeof factSchema>>;

/** `requests.newReceived.total`: how a fact is named in findings, metrics, exports and addresses. */
export function buildFactKey(fact: Pick<Fact, "table" | "row" | "column">): string {
  return `${fact.table}.${fact.row}.${fact.column}`;
}
