import type { FormRow } from "../../corpus/forms/form.ts";
import { buildHeader, type BlockPlan, type HeaderCell } from "./grid-cell.ts";

/** How many items in a row pass, from `start` on; the item at `start` counts. */
export function countRun<T>(
  items: readonly T[],
  start: number,
  test: (item: T) => boolean,
): number {
  const end = items.findIndex((item, i) => i > start && !test(item));
  return (end === -1 ? items.length : end) - start;
}

/** The group headers that begin at a row, from the outside in. */
export function buildRowHeaders({ block, prefix }: BlockPlan, i: number): readonly HeaderCell[] {
  const groups = block.rows[i]?.groups ?? [];
  return groups.flatMap((text, level) => {
    if (findGroupStart(block.rows, i, level) !== i) return [];
    const rowspan = countRun(block.rows, i, (row) => sharesGroup(row, block.rows[i], level));
    return [
      buildHeader({ id: `${prefix}-r${i}g${level}`, text, colspan: 1, rowspan, scope: "rowgroup" }),
    ];
  });
}

/** The ids of all headers of a row, its groups' first. */
export function listRowHeaderIds({ block, prefix }: BlockPlan, i: number): readonly string[] {
  const groups = block.rows[i]?.groups ?? [];
  const ids = groups.map(
    (_, level) => `${prefix}-r${findGroupStart(block.rows, i, level)}g${level}`,
  );
  return [...ids, `${prefix}-r${i}`];
}

/** The first row of the run that shares the group at a level. */
export function findGroupStart(rows: readonly FormRow[], i: number, level: number): number {
  let start = i;
  while (start > 0 && sharesGroup(rows[start - 1], rows[i], level)) start -= 1;
  return start;
}

/** Whether two rows stand under the same labels down to a level. */
export function sharesGroup(
  a: FormRow | undefined,
  b: FormRow | undefined,
  level: number,
): boolean {
  const path = (row: FormRow | undefined): string | undefined =>
    row?.groups?.[level] === undefined ? undefined : row.groups.slice(0, level + 1).join("\n");
  return path(a) !== undefined && path(a) === path(b);
}
