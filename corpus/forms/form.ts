import { z } from "zod";
import type { TableKey } from "../fact.ts";

/** Generations of the official layout, named by the first report year. */
export const formIds = ["2008", "2014", "2019", "2021"] as const;
export const formIdSchema = z.enum(formIds);
export type FormId = z.infer<typeof formIdSchema>;

/** What readers see for each form. */
export const formLabels: Readonly<Record<FormId, string>> = {
  "2008": "2008 年格式",
  "2014": "2014 年格式",
  "2019": "2019 年格式",
  "2021": "2021 年格式",
};

/**
 * A column of a block. `label` is the official wording, `variants` other wordings seen on real pages,
 * `group` the header printed above it (`法人或其他组织`), `unit` what the form fixes, else null;
 * `signed` where a minus is lawful, `decimal` where a fraction is.
 */
export interface FormColumn {
  readonly key: string;
  readonly label: string;
  readonly variants?: readonly string[];
  readonly group?: string;
  readonly unit?: string;
  readonly signed?: boolean;
  readonly decimal?: boolean;
}

/**
 * A row of a block. `number` is the numbering printed before the label (`一、`, `（一）`, `1.`),
 * `groups` the labels above it from the outside in (`三、本年度办理结果`, `（三）不予公开`),
 * `groupKey` the first part of the key of an unknown row in the same group (`denied`).
 */
export interface FormRow {
  readonly key: string;
  readonly label: string;
  readonly number?: string;
  readonly groups?: readonly string[];
  readonly groupKey?: string;
  readonly variants?: readonly string[];
  readonly unit?: string;
}

/** A run of rows under one header. `heading` is the line above the header (`第二十条第（一）项`). */
export interface FormBlock {
  readonly heading?: string;
  readonly corner?: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

/** A table: its blocks from top to bottom. `line` prints all rows one after the other on one line (table 4). */
export interface FormTable {
  readonly key: TableKey;
  readonly caption: string;
  readonly layout: "rows" | "line";
  readonly blocks: readonly FormBlock[];
}

/** An official layout. `marks` are labels that only this form carries: they, never the year, detect it. */
export interface Form {
  readonly id: FormId;
  readonly notice: string;
  readonly marks: readonly string[];
  readonly tables: readonly FormTable[];
}
