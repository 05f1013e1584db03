import type { TableKey } from "../../../corpus/fact.ts";

/** What a printed label is for. A `header` is part of a header that names no column by itself. */
export type LabelRole = "heading" | "corner" | "column" | "header" | "group" | "row";

/**
 * One meaning of a printed label: its table, its role, and the key of its row, column or group.
 * `official` is the wording of the form.
 */
export interface LabelEntry {
  readonly table: TableKey;
  readonly role: LabelRole;
  readonly key: string;
  readonly official: string;
}
