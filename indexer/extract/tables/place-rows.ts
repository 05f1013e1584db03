import type { FormTable } from "../../../corpus/forms/form.ts";
import {
  alignValues,
  learnTemplates,
  type AlignedCells,
  type ColumnTemplates,
} from "./align-values.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import type { Cell } from "./cell.ts";
import { isMixed } from "./column-header.ts";
import { confirmJoined } from "./confirm-joined.ts";
import type { FactWriter } from "./fact-writer.ts";
import { HeaderTracker, readMoneyUnit } from "./header-tracker.ts";
import { isBrokenLabel } from "./is-broken-label.ts";
import { listTableRows, type RowEvent, type TableRow } from "./row-event.ts";
import { listPrinted, readUnclear, readWords } from "./segment.ts";

/** Rows beyond this many that no form knows belong to no report. */
const mostUnknown = 200;
/** Longer words name no row. */
const longestLabel = 200;

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
  readonly #header: HeaderTracker;
  #unknown = 0;

  constructor(table: FormTable, events: readonly RowEvent[], writer: FactWriter) {
    this.#table = table;
    this.#rows = listTableRows(table);
    this.#events = events;
    this.#writer = writer;
    this.#header = new HeaderTracker(table.key);
  }

  place(): void {
    let before = -1;
    let loose: Cell[] = [];
    this.#events.forEach((event, index) => {
      const { key, at, segment, block } = event;
      if (key === null || isMixed(segment, block.columns)) {
        this.#header.add(segment);
        for (const cell of listPrinted(segment)) loose.push(cell);
        return;
      }
      if (at !== null) this.#placeLoose(loose, { before, after: at, segment });
      loose = [];
      if (at === null) this.#placeUnknown(event, key);
      else before = this.#placeKnown(event, at, index);
      this.#header.endRow();
    });
    const last = this.#events.at(-1);
    if (last) this.#placeLoose(loose, { before, after: this.#rows.length, segment: last.segment });
  }

  /** Writes a row of the form, and those after it whose labels are lost. Returns the last row written. */
  #placeKnown(event: RowEvent, at: number, index: number): number {
    const { segment, block } = event;
    const count = block.columns.length;
    const cells = confirmJoined(block.columns, this.#align(event));
    const values = listPrinted(segment);
    if (!cells && values.length > count && values.every(({ kind }) => kind === "value")) {
      const next = this.#events.slice(index + 1).find(({ key }) => key !== null);
      const after = next ? (next.at ?? -1) : this.#rows.length;
      if (this.#countCells(at, after) === values.length) {
        this.#spread(values, at, segment);
        return after - 1;
      }
    }
    if (values.length > 0) this.#warn(event, cells);
    this.#write({ at, segment, cells });
    return at;
  }

  #placeUnknown(event: RowEvent, key: string): void {
    const { segment, block } = event;
    const label = readWords(segment);
    if (label.length > longestLabel) {
      this.#writer.warn(`“${label.slice(0, 20)}…”一行的名称太长，不能识别，未取值。`);
      return;
    }
    if (isBrokenLabel(key, this.#table) || isBrokenLabel(label, this.#table)) {
      if (listPrinted(segment).length > 0)
        this.#writer.warn(`“${label}”一行的名称不完整或与别的文字连在一起，未取值。`);
      return;
    }
    if (++this.#unknown > mostUnknown) {
      this.#writer.warn(`表中有超过 ${mostUnknown} 行是格式中没有的，其余未取。`);
      return;
    }
    const cells = this.#align(event);
    this.#warn(event, cells);
    const { table: position, head } = segment;
    const isHeaded = this.#header.read(block.columns).isShown;
    const printed = readUnclear(segment, block.columns.length);
    this.#writer.writeRow(
      { table: this.#table.key, key, label, position, head, unit: null, isHeaded, printed },
      block.columns,
      cells,
    );
  }

  #align({ segment, block: { columns } }: RowEvent): AlignedCells | null {
    return alignValues(segment, columns.length, {
      templates: this.#learn(columns.length),
      header: this.#header.read(columns),
    });
  }

  /** Numbers under a header belong to the rows between the known ones, where exactly as many are missing. */
  #placeLoose(
    values: readonly Cell[],
    { before, after, segment }: { before: number; after: number; segment: PlacedSegment },
  ): void {
    const isFitting = this.#countCells(before + 1, after) === values.length;
    if (values.length > 0 && isFitting && values.every(({ kind }) => kind === "value"))
      this.#spread(values, before + 1, segment);
  }

  #spread(values: readonly Cell[], from: number, segment: PlacedSegment): void {
    let rest = values;
    for (let at = from; rest.length > 0; at++) {
      const columns = this.#rows[at]?.block.columns ?? [];
      const count = columns.length || rest.length;
      const header = this.#header.read(columns);
      if (!header.isOrdered || header.hasOthers) return;
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
    cells: AlignedCells | null;
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
        isHeaded: this.#header.read(known.block.columns).isShown,
        printed: readUnclear(row.segment, known.block.columns.length),
      },
      known.block.columns.map((column) => {
        // A printed unit goes before the form's: the number is in it.
        const unit = column.key === "amount" && (readMoneyUnit(head.text) ?? this.#header.unit);
        return unit ? { ...column, unit } : column;
      }),
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

  #warn({ segment, block: { columns } }: RowEvent, cells: AlignedCells | null): void {
    const label = readWords(segment);
    const found = listPrinted(segment).length;
    if (!cells)
      this.#writer.warn(
        `“${label}”一行${describeCount(found, columns.length)}无法对应各列，未取值。`,
      );
    else if (cells.includes(null))
      this.#writer.warn(`“${label}”一行的表头不能一一对应各列，对应不上的未取值。`);
  }
}

function describeCount(found: number, expected: number): string {
  return found === expected ? "的数字" : `读到 ${found} 个数，应有 ${expected} 个，`;
}
