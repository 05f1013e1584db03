import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { FormTable } from "../../../corpus/forms/form.ts";
import { listTableRows } from "./row-event.ts";
import { stripNumbering } from "./strip-numbering.ts";

/** A numbering within words: the label of a group and that of a row, or of two rows, run together. */
const inner =
  /[^\s第条款项]\s?(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d))\p{Script=Han}/u;
/** A number of the row at the end of its label. */
const withNumber = /[\p{Script=Han}）)”"][\d０-９]{1,20}$/u;

/**
 * Whether the words of a row that no form knows are no name: two labels in one, a label with a number, or a piece
 * of a label or group of the table. Columns without lines leave such, where the words of two cells stand close.
 */
export function isBrokenLabel(words: string, table: FormTable): boolean {
  if (inner.test(words) || withNumber.test(words)) return true;
  const own = normalizeLabel(words);
  const labels = listTableRows(table).flatMap(({ row }) => [row.label, ...(row.groups ?? [])]);
  const known = labels.map((label) => normalizeLabel(stripNumbering(label).label));
  // 其他 is a label of its own, and part of another.
  if (known.includes(own)) return false;
  return known.some((label) => label.length > own.length && label.includes(own));
}
