export const comparisons = ["<", "<=", ">", ">=", "=", "!=", "between"] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * What a number of a report must be: `fact` is its key (`requests.newReceived.total`), `upTo` the upper end of
 * `between`, both ends included. A report without the number never meets a condition, `!=` included.
 */
export interface FactCondition {
  readonly fact: string;
  readonly comparison: Comparison;
  readonly value: number;
  readonly upTo?: number;
}

type Test = (value: number, limit: number, upTo: number) => boolean;

const tests: Readonly<Record<Comparison, Test>> = {
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
  "=": (value, limit) => value === limit,
  "!=": (value, limit) => !Number.isNaN(value) && value !== limit,
  between: (value, limit, upTo) => value >= limit && value <= upTo,
};

/** Makes the test of a condition; NaN, which stands for no value, never passes. */
export function buildFactTest(condition: FactCondition): (value: number) => boolean {
  const { comparison, value: limit, upTo = limit } = condition;
  const test = tests[comparison];
  return (value) => test(value, limit, upTo);
}
