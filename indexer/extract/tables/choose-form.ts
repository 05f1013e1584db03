import type { TableKey } from "../../../corpus/fact.ts";
import type { Form } from "../../../corpus/forms/form.ts";
import { detectForm, forms } from "../../../corpus/forms/forms.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { listPrinted, listValues, means } from "./segment.ts";

/** Numbers that table 2 holds: where its labels are gone, their count tells the layout. */
const disclosureCounts: Readonly<Record<string, number>> = { "2021": 10, "2019": 22 };

/**
 * The layout of tables 2 to 4: by the labels that only one layout carries; else by 其他处理, a row of its own
 * in 2019 only; else by how many numbers table 2 holds. Null where nothing tells.
 */
export function chooseForm(tables: ReadonlyMap<TableKey, readonly PlacedSegment[]>): Form | null {
  const keys = ["disclosure", "requests", "disputes"] as const;
  const labels = keys.flatMap((key) => listLabels(key, tables.get(key) ?? []));
  return detectForm(labels) ?? chooseByOtherOutcome(tables) ?? chooseByCount(tables);
}

/** The layout of the indicator tables, by the labels that only one layout carries; null where none tells. */
export function chooseIndicatorForm(
  tables: ReadonlyMap<TableKey, readonly PlacedSegment[]>,
): Form | null {
  const segments = tables.get("indicators")?.filter(({ isFree }) => !isFree) ?? [];
  return detectForm(listLabels("indicators", segments));
}

/** The labels that have a meaning in that table, as forms word them and as printed. */
function listLabels(key: TableKey, segments: readonly PlacedSegment[]): readonly string[] {
  return segments.flatMap(({ head }) => {
    const own = head.label?.entries.filter(({ table }) => table === key) ?? [];
    const official = own.map((entry) => entry.official);
    return own.length > 0 && head.label ? [...official, head.label.words] : official;
  });
}

function chooseByOtherOutcome(
  tables: ReadonlyMap<TableKey, readonly PlacedSegment[]>,
): Form | null {
  const isSingleRow = tables
    .get("requests")
    ?.some(
      (segment) =>
        means(segment, "requests", "row") &&
        means(segment, "requests", "group") &&
        listValues(segment).length > 0,
    );
  return isSingleRow ? (forms.find(({ id }) => id === "2019") ?? null) : null;
}

function chooseByCount(tables: ReadonlyMap<TableKey, readonly PlacedSegment[]>): Form | null {
  const count = tables.get("disclosure")?.flatMap(listPrinted).length;
  return forms.find(({ id }) => count !== undefined && disclosureCounts[id] === count) ?? null;
}
