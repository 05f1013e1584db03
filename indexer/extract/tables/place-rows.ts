import type { FormTable } from "../../../corpus/forms/form.ts";
import { alignValues, learnTemplates, type ColumnTemplates } from "./align-values.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import type { Cell } from "./cell.ts";
import type { FactWriter } from "./fact-writer.ts";
import { listTableRows, type RowEvent, type TableRow } from "./row-event.ts";
import { listValues, readWords } from "./segment.ts";

/**
 * Writes the rows of table 2 or 3. Numbers belong to the label before them. Where labels are destroyed, the
 * count decides: between two rows that are known there must be exactly the numbers of the rows between.
 */
export function placeRows(table: FormTable, events: readonly RowEvent[], writer: FactWriter): void {
  new RowPlacer(table, events, writer).place();
}

class RowPlacer {
  readonly #table: FormTable;
  readonly #rows: readonly TableRow[];
  readonly #events: readonly RowEvent[];
  readonly #writer: FactWriter;
  readonly #templates = new Map<number, ColumnTemplates>();
  #amountUnit: string | null = null;

  constructor(table: FormTable, events: readonly RowEvent[], writer: FactWriter) {
    this.#table = table;
    this.#rows = listTableRows(table);
    this.#events = events;
    this.#writer = writer;
  }

  place(): void {
    let before = -1;
    let loose: Cell[] = [];
    this.#events.forEach((event, index) => {
      const { key, at, segment } = event;
      if (key === null) {
        this.#readUnit(segment);
        loose.push(...listValues(segment));
        return;
      }
      if (at !== null) this.#placeLoose(loose, { before, after: at, segment });
      loose = [];
      if (at === null) this.#placeUnknown(event, key);
      else before = this.#placeKnown(event, at, index);
    });
    const last = this.#events.at(-1);
    if (last) this.#placeLoose(loose, { before, after: this.#rows.length, segment: last.segment });
  }

  /** Writes a row of the form, and those after it whose labels are lost. Returns the last row written. */
  #placeKnown(event: RowEvent, at: number, index: number): number {
    const { segment, block } = event;
    const count = block.columns.length;
    const cells = alignValues(segment, count, this.#learn(count));
    const values = listValues(segment);
    if (!cells && values.length > count) {
      const next = this.#events.slice(index + 1).find(({ key }) => key !== null);
      const after = next ? (next.at ?? -1) : this.#rows.length;
      if (this.#countCells(at, after) === values.length) {
        this.#spread(values, at, segment);
        return after - 1;
      }
    }
    if (!cells && values.length > 0) this.#warn(readWords(segment), values.length, count);
    this.#write({ at, segment, cells });
    return at;
  }

  #placeUnknown({ segment, block }: RowEvent, key: string): void {
    const count = block.columns.length;
    const cells = alignValues(segment, count, this.#learn(count));
    if (!cells) this.#warn(readWords(segment), listValues(segment).length, count);
    const label = readWords(segment);
    const { table: position, head } = segment;
    this.#writer.writeRow(
      { table: this.#table.key, key, label, position, head, unit: null },
      block.columns,
      cells,
    );
  }

  /** Numbers under a header belong to the rows between the known ones, where exactly as many are missing. */
  #placeLoose(
    values: readonly Cell[],
    { before, after, segment }: { before: number; after: number; segment: PlacedSegment },
  ): void {
    if (values.length > 0 && this.#countCells(before + 1, after) === values.length)
      this.#spread(values, before + 1, segment);
  }

  #spread(values: readonly Cell[], from: number, segment: PlacedSegment): void {
    let rest = values;
    for (let at = from; rest.length > 0; at++) {
      const count = this.#rows[at]?.block.columns.length ?? rest.length;
      this.#write({ at, segment, cells: rest.slice(0, count), isLabelled: at === from });
      rest = rest.slice(count);
    }
  }

  /** How many numbers the rows from one up to another hold; -1 where the order is wrong. */
  #countCells(from: number, to: number): number {
    if (to <= from) return -1;
    return this.#rows.slice(from, to).reduce((sum, { block }) => sum + block.columns.length, 0);
  }

  #write(row: {
    at: number;
    segment: PlacedSegment;
    cells: readonly Cell[] | null;
    isLabelled?: boolean;
  }): void {
    const known = this.#rows[row.at];
    if (!known) return;
    const { head, table: position } = row.segment;
    const isOwn =
      head.kind === "text" || head.label?.entries.some(({ key }) => key === known.row.key);
    this.#writer.writeRow(
      {
        table: this.#table.key,
        key: known.row.key,
        label: isOwn && row.isLabelled !== false ? readWords(row.segment) : known.row.label,
        position,
        head,
        unit: known.row.unit ?? null,
      },
      known.block.columns.map((column) =>
        column.key === "amount" && !column.unit && this.#amountUnit
          ? { ...column, unit: this.#amountUnit }
          : column,
      ),
      row.cells,
    );
  }

  #learn(count: number): ColumnTemplates {
    const known = this.#templates.get(count);
    if (known) return known;
    const rows = this.#events.filter(
      ({ key, block }) => key !== null && block.columns.length === count,
    );
    const templates = learnTemplates(
      rows.map(({ segment }) => segment),
      count,
    );
    this.#templates.set(count, templates);
    return templates;
  }

  #readUnit({ head }: PlacedSegment): void {
    const isAmount = head.label?.entries.some(
      ({ role, key }) => role === "column" && key === "amount",
    );
    const unit = /万元|亿元|元/u.exec(head.label?.remark ?? "")?.[0];
    if (isAmount && unit) this.#amountUnit = unit;
  }

  #warn(label: string, found: number, expected: number): void {
    this.#writer.warn(
      `“${label}”一行读到 ${found} 个数，应有 ${expected} 个，无法对应各列，未取值。`,
    );
  }
}
