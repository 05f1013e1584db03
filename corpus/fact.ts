import { z } from "zod";

/** The tables that official forms carry. Row and column keys of each are data in `corpus/forms/`. */
export const tableKeys = ["disclosure", "requests", "disputes", "indicators"] as const;
export const tableKeySchema = z.enum(tableKeys);
export type TableKey = z.infer<typeof tableKeySchema>;

const cell = {
  table: z.int().nonnegative(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
};
const page = z.int().positive();
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly();
const confidence = z.number().min(0).max(1);

/** The page from 1 and the box [x0, y0, x1, y1] in points of its user space, from the bottom left (ISO 32000-2, 8.3.2.3). */
const pdfBoxSchema = z.object({
  in: z.literal("pdf"),
  page,
  box,
  /** How sure text recognition was, where the page is a picture. */
  confidence: confidence.optional(),
});
export type PdfBox = Readonly<z.infer<typeof pdfBoxSchema>>;

/** The sheet by its name and the cell as its program names it (`B7`). */
const sheetCellSchema = z.object({ in: z.literal("sheet"), sheet: z.string(), cell: z.string() });
export type SheetCell = Readonly<z.infer<typeof sheetCellSchema>>;

/** The page from 1 and the box in millimetres, from the top left (GB/T 33190-2016, 7.1). */
const ofdBoxSchema = z.object({ in: z.literal("ofd"), page, box });
export type OfdBox = Readonly<z.infer<typeof ofdBoxSchema>>;

/** The picture from 1 and the box in its pixels, from the top left, with how sure text recognition was. */
const imageBoxSchema = z.object({ in: z.literal("image"), page, box, confidence });
export type ImageBox = Readonly<z.infer<typeof imageBoxSchema>>;

/**
 * Where a number was read. `table`, `row` and `column` count from 0 over the tables, printed rows and
 * printed cells of the file. For text, `start` and `end` are UTF-16 offsets into the decoded file;
 * for HTML (and Word documents, converted to HTML), `selector` is a CSS selector that finds the cell or paragraph in
 * the page as it was archived, and `start` and `end` are UTF-16 offsets into the `textContent` that a DOM gives it:
 * `document.querySelector(selector).textContent.slice(start, end)` is `raw`, white space aside. Both are absent where
 * nothing is printed, where no words of their own say it, and in facts that were read before places had them.
 */
export const placeSchema = z.discriminatedUnion("in", [
  z.object({
    in: z.literal("text"),
    ...cell,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  }),
  z.object({
    in: z.literal("html"),
    ...cell,
    selector: z.string().meta({ description: "Finds the cell or paragraph in the page" }),
    start: z.int().nonnegative().optional().meta({
      description: "Where the number begins in the `textContent` of that element, in UTF-16 units",
    }),
    end: z.int().nonnegative().optional().meta({ description: "Where it ends" }),
  }),
  pdfBoxSchema.extend(cell),
  sheetCellSchema.extend(cell),
  ofdBoxSchema.extend(cell),
  imageBoxSchema.extend(cell),
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

/** A number without where it was read. */
export type UnplacedFact = Omit<Fact, "at">;

/** `requests.newReceived.total`: how a fact is named in findings, metrics, exports and addresses. */
export function buildFactKey(fact: Pick<Fact, "table" | "row" | "column">): string {
  return `${fact.table}.${fact.row}.${fact.column}`;
}
