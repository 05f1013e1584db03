import type { Element } from "domhandler";
import type { Fact, Place, TableKey } from "../../../corpus/fact.ts";
import { buildFactKey } from "../../../corpus/fact.ts";
import type { FormColumn } from "../../../corpus/forms/form.ts";
import { buildSelector } from "../page/build-selector.ts";
import type { Cell } from "./cell.ts";

/** A row to be written: its keys and label, the place of its table in the page, and the cell of its label. */
export interface WrittenRow {
  readonly table: TableKey;
  readonly key: string;
  readonly label: string;
  readonly position: number;
  readonly head: Cell;
  readonly unit: string | null;
}

/** Collects facts, one for each cell, and the warnings about cells that cannot be read. */
export class FactWriter {
  readonly #facts = new Map<string, Fact>();
  readonly #warnings = new Set<string>();
  readonly #selectors = new Map<Element, string>();

  get facts(): readonly Fact[] {
    return [...this.#facts.values()];
  }

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  warn(sentence: string): void {
    this.#warnings.add(sentence);
  }

  /** Writes a row. `cells` is null where it is unclear which number belongs to which column: all are null then. */
  writeRow(row: WrittenRow, columns: readonly FormColumn[], cells: readonly Cell[] | null): void {
    columns.forEach((column, at) => {
      const cell = cells?.[at];
      const { value = null, unit = null, raw = "" } = cell?.number ?? {};
      this.#write({
        table: row.table,
        row: row.key,
        column: column.key,
        value: value !== null && Number.isFinite(value) ? value : null,
        raw: cell?.number ? raw : (cell?.text ?? ""),
        unit: unit ?? row.unit ?? column.unit ?? null,
        label: row.label,
        at: this.#locate(cell ?? row.head, row.position),
      });
    });
  }

  /** The first reading of a cell stands; a second copy of the table that says otherwise is told. */
  #write(fact: Fact): void {
    const key = buildFactKey(fact);
    const known = this.#facts.get(key);
    if (!known) this.#facts.set(key, fact);
    else if (known.value !== fact.value && fact.value !== null)
      this.warn(`“${fact.label}”一行印了两次，数字不同，取前一次。`);
  }

  #locate({ origin, row, column }: Cell, table: number): Place {
    if (origin.in === "text") return { ...origin, table, row, column };
    const selector = buildSelector(origin.element, this.#selectors);
    return { in: "html", table, row, column, selector };
  }
}
