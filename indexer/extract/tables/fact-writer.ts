import type { Element } from "domhandler";
import type { Fact, Place, TableKey } from "../../../corpus/fact.ts";
import type { FormColumn } from "../../../corpus/forms/form.ts";
import { buildSelector } from "../page/build-selector.ts";
import { WordFinder } from "../page/word-finder.ts";
import type { AlignedCells } from "./align-values.ts";
import type { Cell } from "./cell.ts";

/**
 * A row to be written: its keys and label, the place of its table in the page, and the cell of its label.
 * `isHeaded` where the header of its columns stands above it.
 */
export interface WrittenRow {
  readonly table: TableKey;
  readonly key: string;
  readonly label: string;
  readonly position: number;
  readonly head: Cell;
  readonly unit: string | null;
  readonly isHeaded: boolean;
  /** What stands in each of its cells where it is unclear whose they are, or nothing. */
  readonly printed?: string;
}

/** A row as it was read: the facts of its columns. */
interface Reading {
  readonly row: WrittenRow;
  readonly columns: readonly FormColumn[];
  readonly cells: AlignedCells | null;
  readonly isRead: boolean;
  readonly unclear: ReadonlySet<number>;
}

/** Collects facts, one for each cell, and the warnings about cells that cannot be read. */
export class FactWriter {
  readonly #readings = new Map<string, Reading>();
  readonly #warnings = new Set<string>();
  readonly #selectors = new Map<Element, string>();
  readonly #finder = new WordFinder();

  /** Each fact once, in the order in which rows were first written. */
  get facts(): readonly Fact[] {
    return [...this.#readings.values()].flatMap((reading) => this.#buildFacts(reading));
  }

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  warn(sentence: string): void {
    this.#warnings.add(sentence);
  }

  /** Writes a row. `cells` is null where it is unclear which number belongs to which column: all are null then. */
  writeRow(row: WrittenRow, columns: readonly FormColumn[], cells: AlignedCells | null): void {
    // A scan or a font did not tell the row's name: it may be any row of the form.
    if (row.key.includes("\ufffd")) {
      this.warn(`“${row.label}”一行的名称有无法辨认的字，未取值。`);
      return;
    }
    const isRead = cells?.some((cell) => Number.isFinite(cell?.number?.value)) ?? false;
    const reading = { row, columns, cells, isRead, unclear: new Set<number>() };
    const key = `${row.table}.${row.key}`;
    const known = this.#readings.get(key);
    this.#readings.set(key, known ? this.#choose(known, reading) : reading);
  }

  /**
   * Of two readings of a row the one behind the header of its table stands; of two such the one with numbers.
   * Where both have numbers, those that differ are unclear.
   */
  #choose(known: Reading, other: Reading): Reading {
    if (known.row.isHeaded !== other.row.isHeaded) return known.row.isHeaded ? known : other;
    if (!known.isRead || !other.isRead) return known.isRead ? known : other.isRead ? other : known;
    const unclear = new Set(known.unclear);
    known.columns.forEach((_, at) => {
      if (known.cells?.[at]?.number?.value !== other.cells?.[at]?.number?.value) unclear.add(at);
    });
    if (unclear.size > 0) this.warn(`“${known.row.label}”一行印了两次，数字不同，未取值。`);
    return { ...known, unclear };
  }

  #buildFacts({ row, columns, cells, unclear }: Reading): readonly Fact[] {
    return columns.map((column, at) => {
      const cell = cells?.[at] ?? null;
      const text = cells ? "" : (row.printed ?? "");
      const { unit = null, raw = cell?.text ?? text } = cell?.number ?? {};
      return {
        table: row.table,
        row: row.key,
        column: column.key,
        value: unclear.has(at) ? null : this.#readValue(row, column, cell),
        raw,
        unit: unit ?? row.unit ?? column.unit ?? null,
        label: row.label,
        at: cell ? this.#locate(cell, row.position, raw) : this.#locate(row.head, row.position),
      };
    });
  }

  /** The number of a cell, or null where it cannot be read or its column lawfully holds no such number. */
  #readValue({ label }: WrittenRow, column: FormColumn, cell: Cell | null): number | null {
    if (cell?.kind === "text")
      this.warn(`“${label}”一行的“${cell.text.slice(0, 40)}”不能识别为数字，未取值。`);
    const value = cell?.number?.value ?? null;
    if (cell?.number == null || value === null || !Number.isFinite(value)) return null;
    const isLawful =
      (column.signed === true || value >= 0) &&
      (column.decimal === true || Number.isInteger(value));
    if (!isLawful)
      this.warn(`“${label}”一行的“${cell.number.raw}”不是“${column.label}”应有的数，未取值。`);
    return isLawful ? value : null;
  }

  /** The place of a cell; `raw` is what a fact reads in it, if anything. */
  #locate({ origin, row, column, words }: Cell, table: number, raw = ""): Place {
    if (origin.in !== "html") return { ...origin, table, row, column };
    const selector = buildSelector(origin.element, this.#selectors);
    const range = words && raw !== "" ? this.#finder.find(origin, words, raw) : null;
    return { in: "html", table, row, column, selector, ...range };
  }
}
