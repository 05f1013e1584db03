import { form2008 } from "./form-2008.ts";
import { form2014 } from "./form-2014.ts";
import { form2019 } from "./form-2019.ts";
import { form2021 } from "./form-2021.ts";
import type { Form, FormId, FormTable } from "./form.ts";
import type { TableKey } from "../fact.ts";
import { normalizeLabel } from "./normalize-label.ts";

/** Every official layout that is read, oldest first. */
export const forms: readonly Form[] = [form2008, form2014, form2019, form2021];

/** The layout of that generation, or null where none is held yet. */
export function findForm(id: FormId): Form | null {
  return forms.find((form) => form.id === id) ?? null;
}

/** A table of a layout, or null where the layout has no such table. */
export function findFormTable(form: Form, key: TableKey): FormTable | null {
  return form.tables.find((table) => table.key === key) ?? null;
}

/**
 * The layout whose marks the labels carry most of, or null where none carries any or two carry as many.
 * Labels are compared without white space, width and punctuation; the year plays no part.
 */
export function detectForm(labels: Iterable<string>): Form | null {
  const seen = new Set(Array.from(labels, normalizeLabel));
  const counts = forms.map((form) => ({
    form,
    count: form.marks.filter((mark) => seen.has(normalizeLabel(mark))).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  const winners = counts.filter(({ count }) => count === most);
  return most > 0 && winners.length === 1 ? (winners[0]?.form ?? null) : null;
}
