import type { ShingleReader } from "../../likeness/shingle-reader.ts";
import type { OwnNames } from "./own-names.ts";

/** By what reports are compared. */
export interface Comparison {
  readonly edition: number;
  readonly reader: ShingleReader;
  readonly names: OwnNames;
}
