import type { Fact } from "../../corpus/fact.ts";

/** The id of a fact's cell on the report page: `f-requests-newReceived-total`. */
export function buildCellId(fact: Pick<Fact, "table" | "row" | "column">): string {
  return `f-${fact.table}-${fact.row}-${fact.column}`.replaceAll(/\s+/g, "_");
}

/** The id of the cell that a fact's key (`requests.newReceived.total`) names; a row's key may hold dots itself. */
export function buildCellIdOfKey(key: string): string {
  const [table = "", ...rest] = key.split(".");
  return `f-${table}-${rest.slice(0, -1).join(".")}-${rest.at(-1) ?? ""}`.replaceAll(/\s+/g, "_");
}
