import type { TableKey } from "../../../corpus/fact.ts";
import type { FormColumn } from "../../../corpus/forms/form.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { stripNumbering } from "./strip-numbering.ts";

/**
 * What the printed header above a row says of the form's columns. `slots` is where each stands, null where the
 * header does not show it once; `isWhole` where it shows each once; `isOrdered` where those it shows stand in the
 * order of the form; `corner` where the column of labels begins, `unit` that of units; `others` the places of further columns, that of the
 * labels among them, `hasOthers` whether there are some that hold numbers; `labels` those before all columns of the
 * form, where a number is not its own column's.
 */
export interface ColumnHeader {
  readonly grid: number | null;
  readonly slots: readonly (number | null)[];
  readonly isShown: boolean;
  readonly isWhole: boolean;
  readonly isOrdered: boolean;
  readonly corner: number | null;
  readonly unit: number | null;
  readonly others: ReadonlySet<number>;
  readonly hasOthers: boolean;
  readonly labels: ReadonlySet<number>;
}

export const noHeader: ColumnHeader = {
  grid: null,
  slots: [],
  isShown: false,
  isWhole: false,
  isOrdered: true,
  corner: null,
  unit: null,
  others: new Set(),
  hasOthers: false,
  labels: new Set(),
};

interface Found {
  readonly at: number;
  readonly place: number;
  readonly row: number;
  readonly slot: number | null;
}

/** Reads the header that the labels spell. */
export function readColumnHeader(
  key: TableKey,
  columns: readonly FormColumn[],
  heads: readonly PlacedSegment[],
): ColumnHeader {
  const [first] = heads;
  const found = heads.flatMap(({ head }, place): readonly Found[] => {
    const at = columns.findIndex((column) => isColumn(head, key, column));
    return at === -1 ? [] : [{ at, place, row: head.row, slot: head.slot }];
  });
  const hasCodes = heads.some((segment) => isCode(segment) || isMixed(segment, columns));
  if (!first || found.length === 0) return { ...noHeader, hasOthers: hasCodes };
  const isSingle = new Set(found.map(({ at }) => at)).size === found.length;
  const known = new Set(found.map(({ slot }) => slot));
  const isPlaced =
    !known.has(null) && known.size === found.length && isUnderGroup(found, columns, heads);
  const slots = columns.map((_, at) => {
    const own = found.filter((one) => one.at === at);
    return own.length === 1 ? (own[0]?.slot ?? null) : null;
  });
  const order = isPlaced ? [...found].sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0)) : found;
  const isWhole = isSingle && found.length === columns.length;
  const start = heads.findIndex(({ head }) => isCorner(head, key) || known.has(head.slot));
  const hasStrange = heads.some(
    ({ head }, at) =>
      head.kind === "text" && at > start && (head.slot === null || !known.has(head.slot)),
  );
  return {
    grid: first.grid,
    slots: isPlaced ? slots : slots.map(() => null),
    isShown: true,
    isWhole,
    isOrdered: isSingle && isFormOrder(order, columns, isPlaced),
    corner: heads.find(({ head }) => isCorner(head, key))?.head.slot ?? null,
    unit: heads.find(isUnitHead)?.head.slot ?? null,
    others: new Set(
      heads.flatMap(({ head }) =>
        head.slot === null || slots.includes(head.slot) ? [] : [head.slot],
      ),
    ),
    hasOthers: hasCodes || (isWhole && hasStrange),
    labels: isPlaced && key !== "indicators" ? findLabelSlots(heads, slots) : new Set(),
  };
}

/** Where something other than codes is printed over a place before all columns that the header shows. */
function findLabelSlots(
  heads: readonly PlacedSegment[],
  slots: ColumnHeader["slots"],
): ReadonlySet<number> {
  const first = Math.min(...slots.map((slot) => slot ?? Infinity));
  return new Set(
    heads.flatMap((segment) => {
      const { slot } = segment.head;
      return slot === null || slot >= first || isCode(segment) ? [] : [slot];
    }),
  );
}

/** Whether the columns of a group in a header of two lines stand side by side below it: spans may be wrong. */
function isUnderGroup(
  found: readonly Found[],
  columns: readonly FormColumn[],
  heads: readonly PlacedSegment[],
): boolean {
  const grouped = found.filter(({ at }) => columns[at]?.group);
  if (new Set(found.map(({ row }) => row)).size === 1 || grouped.length === 0) return true;
  const slots = grouped.map(({ slot }) => slot ?? 0);
  const [from, to] = [Math.min(...slots), Math.max(...slots)];
  const isApart = found.every(
    ({ at, slot }) => columns[at]?.group || (slot ?? 0) < from || (slot ?? 0) > to,
  );
  const name = columns[grouped[0]?.at ?? 0]?.group;
  const group = heads.find(({ head }) =>
    head.label?.entries.some(({ role, key }) => role === "header" && key === name),
  );
  return isApart && (!group || group.head.slot === from);
}

/** A column of the form is known by its label, one that only this report has by its words. */
function isColumn(
  { label, text }: PlacedSegment["head"],
  key: TableKey,
  column: FormColumn,
): boolean {
  const isOwn = label?.entries.some(
    (entry) => entry.table === key && entry.role === "column" && entry.key === column.key,
  );
  if (isOwn || key !== "indicators") return isOwn ?? false;
  const words = normalizeLabel(label?.words ?? stripNumbering(text).label);
  return [column.label, ...(column.variants ?? [])].some((name) => normalizeLabel(name) === words);
}

export function isUnitHead({ head }: PlacedSegment): boolean {
  return /^(?:计量)?单位$/u.test(head.label?.words ?? "");
}

/** A column of codes or running numbers; in a grid the latter stand before the labels, out of the way. */
function isCode({ head }: PlacedSegment): boolean {
  const words = head.label?.words ?? "";
  return words === "代码" || (words === "序号" && !(head.isGrid && head.slot === 0));
}

/** Words of which some are columns and some are not: it is open which number is whose. */
export function isMixed({ head }: PlacedSegment, columns: readonly FormColumn[]): boolean {
  if (head.kind !== "text" || head.isGrid) return false;
  const words = normalizeLabel(head.text);
  return columns.some(({ label }) => words.includes(normalizeLabel(label)));
}

function isCorner({ label }: PlacedSegment["head"], key: TableKey): boolean {
  return (
    label?.entries.some(
      (entry) => entry.table === key && (entry.role === "corner" || entry.official === "计量单位"),
    ) ?? false
  );
}

/**
 * Whether columns follow one another as in the form. A header of two lines is read line by line where its places
 * are unknown: first the columns that stand alone, then those under a group.
 */
function isFormOrder(
  found: readonly Found[],
  columns: readonly FormColumn[],
  isPlaced: boolean,
): boolean {
  const order = found.map(({ at }) => at);
  if (isAscending(order)) return true;
  if (isPlaced) return false;
  const alone = order.filter((at) => !columns[at]?.group);
  const grouped = order.filter((at) => columns[at]?.group);
  return (
    isAscending(alone) && isAscending(grouped) && [...alone, ...grouped].join() === order.join()
  );
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? number));
}
