import { buildFactKey } from "../../../corpus/fact.ts";
import type { FactAddress } from "../fact-table.ts";

/** The key of a fact in the report of another year: `requests.carriedForward.total@2023`. */
export function buildFactKeyOfYear(address: FactAddress, year: number): string {
  return `${buildFactKey(address)}@${year}`;
}
