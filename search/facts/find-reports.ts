import { buildFactTest, type FactCondition } from "./fact-condition.ts";
import { type FactColumns, readColumn } from "./fact-columns.ts";

/**
 * The ids of the reports that meet all conditions, in the order of the ids. A report without one of the numbers meets
 * no condition on it, `!=` included: what is not reported is not known to differ.
 */
export function findReports(
  columns: FactColumns,
  conditions: readonly FactCondition[],
): readonly string[] {
  const tests = conditions.map((condition) => ({
    values: readColumn(columns, condition.fact),
    passes: buildFactTest(condition),
  }));
  const found: string[] = [];
  for (const position of columns.byId) {
    const id = columns.reports[position];
    const isFound = tests.every(({ values, passes }) => passes(values[position] ?? Number.NaN));
    if (isFound && id !== undefined) found.push(id);
  }
  return found;
}
