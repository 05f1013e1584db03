import type { TableKey } from "../../../corpus/fact.ts";
import { nameTable } from "./name-table.ts";

/** The sentence about a table that is there and holds no number; who looks for that one compares with it. */
export function describeBlankTable(key: TableKey): string {
  return `${nameTable(key)}只有表头，没有数字。`;
}
