import type { TableKey } from "../../../corpus/fact.ts";
import { form2021 } from "../../../corpus/forms/form-2021.ts";
import { findFormTable } from "../../../corpus/forms/forms.ts";

/** How sentences for readers name a table: by the caption that it has since 2019, or as a table of indicators. */
export function nameTable(key: TableKey): string {
  const caption = findFormTable(form2021, key)?.caption;
  return caption === undefined ? "指标表" : `“${caption}”表`;
}
