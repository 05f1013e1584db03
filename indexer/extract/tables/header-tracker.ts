import type { TableKey } from "../../../corpus/fact.ts";
import type { FormColumn } from "../../../corpus/forms/form.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { noHeader, readColumnHeader, type ColumnHeader } from "./column-header.ts";

/** A header of more cells than this is none. */
const mostHeads = 400;

/** Keeps the header that stands above the rows as a table is read from top to bottom. */
export class HeaderTracker {
  readonly #table: TableKey;
  readonly #read = new Map<readonly FormColumn[], ColumnHeader>();
  #heads: PlacedSegment[] = [];
  #isOpen = true;
  #before: PlacedSegment | null = null;
  #unit: string | null = null;

  constructor(table: TableKey) {
    this.#table = table;
  }

  /** The unit of money that the header prints, or null. */
  get unit(): string | null {
    return this.#unit;
  }

  /** Adds a label that is no row: a new header begins behind rows, and with a heading. */
  add(segment: PlacedSegment): void {
    const { head, tail } = segment;
    const roles = (head.label?.entries ?? []).flatMap(({ table, role }) =>
      table === this.#table ? [role] : [],
    );
    const isColumn = roles.includes("column");
    if (!isColumn && roles.some((role) => role === "row" || role === "group")) return;
    const isTop = roles.includes("heading") || roles.includes("corner");
    if (this.#isOpen ? isTop && this.#heads.some(isColumnHead) : isTop || isColumn) this.#begin();
    this.#before = head.label?.words === "序号" ? segment : null;
    if (!this.#isOpen || this.#heads.length >= mostHeads) return;
    this.#heads.push(segment);
    this.#read.clear();
    const printed = [head, ...tail.filter(({ kind }) => kind === "unit")];
    for (const { text } of printed) this.#unit = readMoneyUnit(text) ?? this.#unit;
  }

  endRow(): void {
    this.#isOpen = false;
  }

  /** What the header says of these columns. */
  read(columns: readonly FormColumn[]): ColumnHeader {
    const known = this.#read.get(columns);
    if (known) return known;
    const header =
      this.#heads.length === 0 ? noHeader : readColumnHeader(this.#table, columns, this.#heads);
    this.#read.set(columns, header);
    return header;
  }

  #begin(): void {
    this.#heads = this.#before ? [this.#before] : [];
    this.#isOpen = true;
    this.#unit = null;
  }
}

function isColumnHead({ head }: PlacedSegment): boolean {
  return head.label?.entries.some(({ role }) => role === "column") ?? false;
}

/** 元 with the powers of ten before it, where a text prints it. */
export function readMoneyUnit(text: string): string | null {
  return /[十百千万亿]{0,2}元/u.exec(text)?.[0] ?? null;
}
