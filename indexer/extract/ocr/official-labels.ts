import type { FormBlock } from "../../../corpus/forms/form.ts";
import { forms } from "../../../corpus/forms/forms.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import { stripNumbering } from "../tables/strip-numbering.ts";

/** Every label of every official form as printed, without numbering, by its compared characters. */
export const officialLabels: ReadonlyMap<string, string> = new Map(
  forms
    .flatMap(({ tables }) => tables)
    .flatMap(({ blocks }) => blocks)
    .flatMap(listLabels)
    .map((label) => stripNumbering(label).label)
    .map((label) => [normalizeLabel(label), label] as const),
);

function listLabels({ heading, corner, columns, rows }: FormBlock): readonly string[] {
  return [
    heading ?? "",
    corner ?? "",
    ...columns.flatMap(({ label, variants = [], group = "" }) => [label, group, ...variants]),
    ...rows.flatMap(({ label, variants = [], groups = [] }) => [label, ...variants, ...groups]),
  ].filter((label) => label !== "");
}
