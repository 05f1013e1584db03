import type { Origin } from "../page/page.ts";

/** Where words stand in a workbook: the sheet by its name and the cell as its program names it (`B7`). */
export interface SheetOrigin {
  readonly in: "sheet";
  readonly sheet: string;
  readonly cell: string;
}

/** A place in a workbook as the origin of words. */
export function buildOrigin({ sheet, cell }: Omit<SheetOrigin, "in">): Origin {
  const origin: SheetOrigin = { in: "sheet", sheet, cell };
  // `Origin` does not name workbooks yet: this is the one place that widens it.
  return origin as unknown as Origin;
}
