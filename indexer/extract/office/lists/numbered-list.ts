/**
 * One level of a list. `text` holds `%1` … `%9` for the numbers of the levels; `format` is a name of
 * ST_NumberFormat; a level begins again after a level below `restart` was used (0: never).
 */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly isSpaced: boolean;
  readonly isDecimal: boolean;
  readonly restart: number;
}

/**
 * A list of a Word document. Lists with the same `counter` go on counting where the other stopped;
 * one with an entry in `restarts` (level → first number) begins anew where it is first used.
 */
export interface NumberedList {
  readonly id: string;
  readonly counter: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly restarts: ReadonlyMap<number, number>;
}
