import { buildFactKey } from "../../../corpus/fact.ts";
import type { Finding } from "../../../corpus/finding.ts";
import type { YearPair } from "../audit-rule.ts";
import type { FactAddress } from "../fact-table.ts";
import { buildFactKeyOfYear } from "./year-facts.ts";

/** A number of the report of the year, or with `before` of the year before, added or (`sign` -1) taken away. */
export interface YearTerm {
  readonly name: string;
  readonly address: FactAddress;
  readonly before?: boolean;
  readonly sign?: -1;
}

/** What one report says should follow from the other: `result` is the sum of the terms. */
export interface Carry {
  readonly rule: string;
  readonly subject: string;
  readonly terms: readonly YearTerm[];
  readonly result: YearTerm;
}

/** Checks one carry; null where neither report prints its numbers. `expected` is what the terms give. */
export function checkCarry(
  { rule, subject, terms, result }: Carry,
  pair: YearPair,
): Finding | null {
  const read = (term: YearTerm) => {
    const { table, year } =
      term.before === true
        ? { table: pair.before, year: pair.previous.year }
        : { table: pair.after, year: pair.current.year };
    const fact = table.find(term.address);
    const key =
      term.before === true ? buildFactKeyOfYear(term.address, year) : buildFactKey(term.address);
    const name = `${year} 年${term.name}`;
    return { name, fact, key, value: fact?.value ?? null, sign: term.sign ?? 1 };
  };
  const parts = terms.map(read);
  const target = read(result);
  const all = [target, ...parts];
  if (all.every(({ fact }) => fact === null)) return null;
  const own = all.filter(({ key }) => !key.includes("@"));
  const facts = [...own, ...all.filter(({ key }) => key.includes("@"))]
    .filter(({ fact }) => fact !== null)
    .map(({ key }) => key);
  const expected = parts.reduce<number | null>(
    (sum, { value, sign }) => (sum === null || value === null ? null : sum + sign * value),
    0,
  );
  const actual = target.value;
  if (expected === null || actual === null) {
    const blank = all.filter(({ value }) => value === null).map(({ name }) => name);
    const message = `${subject}：${blank.join("、")}没有数字，无法判断`;
    return { rule, verdict: "cannotTell", message, expected, actual, facts };
  }
  const isEqual = Math.abs(expected - actual) < 1e-6;
  const words = parts
    .map(
      ({ name, value, sign }, index) =>
        `${index === 0 ? "" : sign < 0 ? " - " : " + "}${name} ${value ?? ""}`,
    )
    .join("");
  const sum = parts.length > 1 ? ` = ${expected}` : "";
  const message = `${subject}：${words}${sum}，${target.name} ${actual}，${isEqual ? "相符" : "不符"}`;
  return { rule, verdict: isEqual ? "holds" : "fails", message, expected, actual, facts };
}
