import type { FormTable } from "../../../corpus/forms/form.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { findNearRow } from "./find-near-row.ts";
import { listTableRows, type RowEvent, type TableRow } from "./row-event.ts";
import { listValues, means, readComparedWords, readNumbering, readWords } from "./segment.ts";

/** Rows whose label other rows, columns or tables use too; `other.other` counts only in its group. */
const otherKey = "other.other";

/** Finds out which row each label of table 3 is: 其他 and 总计 are columns too, 其他处理 a row or a group. */
export function resolveRequests(
  segments: readonly PlacedSegment[],
  table: FormTable,
): readonly RowEvent[] {
  const resolver = new RequestsResolver(table);
  return segments.flatMap((segment) => resolver.resolve(segment) ?? []);
}

class RequestsResolver {
  readonly #table: FormTable;
  readonly #rows: readonly TableRow[];
  readonly #columns: number;
  #group: string | null = null;
  #isHeader = true;

  constructor(table: FormTable) {
    this.#table = table;
    this.#rows = listTableRows(table);
    this.#columns = table.blocks[0]?.columns.length ?? 0;
  }

  resolve(segment: PlacedSegment): RowEvent | null {
    if (segment.head.kind === "text") return this.#resolveText(segment);
    if (!segment.head.label) return this.#build(segment, null);
    const isGroup = means(segment, "requests", "group");
    const isRow = means(segment, "requests", "row") && (!isGroup || this.#isOwnRow(segment));
    if (isRow && !(isGroup && !this.#hasValues(segment)) && !this.#isColumn(segment))
      return this.#buildRow(segment, this.#readKey(segment, "row"));
    if (isGroup) return this.#enterGroup(segment);
    if (!isRow) this.#isHeader = true;
    return this.#build(segment, null);
  }

  /** 其他 and 总计 in the header name columns; a number before them, or rows above, make them rows. */
  #isColumn(segment: PlacedSegment): boolean {
    const canBe = means(segment, "requests", "column") || means(segment, "requests", "header");
    return canBe && this.#isHeader && readNumbering(segment) === null;
  }

  /** A group with numbers of its own is a row that sums it up. */
  #enterGroup(segment: PlacedSegment): RowEvent | null {
    this.#isHeader = false;
    this.#group = this.#readKey(segment, "group");
    const isSum =
      listValues(segment).length === this.#columns ||
      (segment.head.isGrid && this.#hasValues(segment) && segment.tail.length >= this.#columns);
    return this.#build(segment, isSum && listValues(segment).length > 0 ? this.#group : null);
  }

  /** A label of a row and of a group (其他处理) is a row only in the form that has it. */
  #isOwnRow(segment: PlacedSegment): boolean {
    const key = this.#readKey(segment, "row");
    return this.#rows.some(({ row }) => row.key === key);
  }

  #resolveText(segment: PlacedSegment): RowEvent | null {
    if (this.#isHeader) return this.#build(segment, null);
    const near = findNearRow(this.#table, readWords(segment), readNumbering(segment));
    if (near) return this.#buildRow(segment, near.key);
    if (this.#hasValues(segment)) return this.#build(segment, this.#nameUnknown(segment));
    if (/^[（(]/u.test(readNumbering(segment) ?? "")) this.#group = readComparedWords(segment);
    return this.#build(segment, null);
  }

  #buildRow(segment: PlacedSegment, key: string | null): RowEvent {
    this.#isHeader = false;
    if (key === otherKey && this.#group !== "other")
      return this.#build(segment, this.#nameUnknown(segment));
    const known = this.#rows.find(({ row }) => row.key === key);
    if (known) this.#group = known.row.groupKey ?? null;
    return this.#build(segment, key);
  }

  #build(segment: PlacedSegment, key: string | null): RowEvent {
    const at = key === null ? -1 : this.#rows.findIndex(({ row }) => row.key === key);
    const block = this.#table.blocks[0] ?? { columns: [], rows: [] };
    return { segment, key, at: at === -1 ? null : at, block };
  }

  #nameUnknown(segment: PlacedSegment): string {
    const words = readWords(segment);
    return this.#group === null ? words : `${this.#group}.${words}`;
  }

  #hasValues(segment: PlacedSegment): boolean {
    return listValues(segment).length > 0 || segment.tail.length >= this.#columns;
  }

  #readKey({ head }: PlacedSegment, role: string): string | null {
    return (
      head.label?.entries.find((entry) => entry.table === "requests" && entry.role === role)?.key ??
      null
    );
  }
}
