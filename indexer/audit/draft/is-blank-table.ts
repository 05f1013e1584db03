import type { FormTable } from "../../../corpus/forms/form.ts";

/** Whether a warning of the reader says that this table is there and holds no number: `行政复议、行政诉讼情况表只有表头，没有数字。` */
export function isBlankTable(warning: string, { caption }: Pick<FormTable, "caption">): boolean {
  const name = /^(.{4,40}?)表?只有表头/u.exec(warning)?.[1];
  return name !== undefined && caption.includes(name);
}
