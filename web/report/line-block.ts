import {
  buildHeader,
  buildRowLabel,
  buildValue,
  type BlockPlan,
  type GridBlock,
  type HeaderCell,
  type ValueCell,
} from "./grid-cell.ts";
import { countRun, findGroupStart, listRowHeaderIds, sharesGroup } from "./row-groups.ts";

/** All rows of the block one after the other on one line: the rows' labels become column headers (table 4). */
export function buildLineBlock(plan: BlockPlan): GridBlock {
  const { block, prefix, depth } = plan;
  const size = block.columns.length;
  const levels: HeaderCell[][] = Array.from({ length: depth }, () => []);
  const leaves: HeaderCell[] = [];
  const values: ValueCell[] = [];
  block.rows.forEach((row, i) => {
    const groups = row.groups ?? [];
    groups.forEach((text, level) => {
      if (findGroupStart(block.rows, i, level) !== i) return;
      const run = countRun(block.rows, i, (other) => sharesGroup(other, row, level));
      const id = `${prefix}-r${i}g${level}`;
      levels[level]?.push(
        buildHeader({ id, text, colspan: run * size, rowspan: 1, scope: "colgroup" }),
      );
    });
    const rowspan = depth - groups.length;
    const label = buildRowLabel(row);
    levels[groups.length]?.push(
      buildHeader({
        id: `${prefix}-r${i}`,
        text: label,
        colspan: size,
        rowspan,
        scope: "colgroup",
      }),
    );
    block.columns.forEach((column, c) => {
      const id = `${prefix}-r${i}c${c}`;
      leaves.push(buildHeader({ id, text: column.label, colspan: 1, rowspan: 1, scope: "col" }));
      const headers = [...listRowHeaderIds(plan, i), id];
      values.push(buildValue(plan, { row, column }, { headers, colspan: 1 }));
    });
  });
  return { head: [...levels, leaves], body: [values] };
}
