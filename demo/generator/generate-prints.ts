import fc from "fast-check";
import type { Form } from "../../corpus/forms/form.ts";
import { balancedPrintsOf } from "./balance-prints.ts";
import type { Prints } from "./printed-table.ts";
import { printsOf } from "./written-numbers.ts";

/** Numbers of a report: one half add up as real ones do, the others are any numbers. */
export function reportPrintsOf(form: Form): fc.Arbitrary<Prints> {
  return fc.oneof(balancedPrintsOf(form), printsOf(form));
}

/** So many sets of numbers for a form; a seed always gives the same. */
export function generatePrints(form: Form, seed: number, count: number): readonly Prints[] {
  return fc.sample(reportPrintsOf(form), { seed, numRuns: count });
}
