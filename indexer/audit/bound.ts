import { buildFactKey } from "../../corpus/fact.ts";
import type { Finding } from "../../corpus/finding.ts";
import type { Term } from "./equation.ts";
import type { FactTable } from "./fact-table.ts";

/** A number that may not be larger than another: what is new in a stock, a year in a sum of years. */
export interface Bound {
  readonly rule: string;
  readonly subject: string;
  readonly part: Term;
  readonly whole: Term;
}

/** Checks one bound; null where the report prints one of the numbers not at all. `expected` is the bound. */
export function checkBound(
  { rule, subject, part, whole }: Bound,
  table: FactTable,
): Finding | null {
  const small = table.find(part.address);
  const large = table.find(whole.address);
  if (small === null || large === null) return null;
  const facts = [buildFactKey(part.address), buildFactKey(whole.address)];
  const { value: actual } = small;
  const { value: expected } = large;
  if (actual === null || expected === null) {
    const blank = [actual === null ? part.name : "", expected === null ? whole.name : ""];
    const names = blank.filter((name) => name !== "").join("、");
    const message = `${subject}：${names}没有数字，无法判断`;
    return { rule, verdict: "cannotTell", message, expected, actual, facts };
  }
  const isWithin = actual <= expected;
  const message = `${subject}：${part.name} ${actual}，${whole.name} ${expected}，${
    isWithin ? "相符" : `${part.name}不应大于${whole.name}，不符`
  }`;
  return { rule, verdict: isWithin ? "holds" : "fails", message, expected, actual, facts };
}
