import { buildFactKey } from "../../corpus/fact.ts";
import type { Finding } from "../../corpus/finding.ts";
import type { FactAddress, FactTable } from "./fact-table.ts";

/** A number of the report with the name that a message gives it. */
export interface Term {
  readonly name: string;
  readonly address: FactAddress;
}

/**
 * An equation that a form demands: the sum of the left terms is the sum of the right. `subject` says what it is
 * about (a column, a row). The right side is what is expected.
 */
export interface Equation {
  readonly rule: string;
  readonly subject: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

interface Side {
  readonly terms: readonly { readonly name: string; readonly value: number | null }[];
  readonly facts: readonly string[];
  /** Null where a term is blank, unclear or missing. */
  readonly sum: number | null;
  /** The sum of the numbers that are known; null where none is or one is below 0. */
  readonly least: number | null;
}

const longestSum = 8;

/**
 * Checks one equation. Where a number is blank, unclear or missing it cannot be told, unless the known numbers of
 * that side, none below 0, are already more than the other side.
 */
export function checkEquation(equation: Equation, table: FactTable): Finding {
  const left = readSide(equation.left, table);
  const right = readSide(equation.right, table);
  const excess = describeExcess(left, right) ?? describeExcess(right, left);
  if (excess !== null) {
    return {
      rule: equation.rule,
      verdict: "fails",
      message: `${equation.subject}：${excess}`,
      expected: right.sum ?? right.least,
      actual: left.sum ?? left.least,
      facts: [...left.facts, ...right.facts],
    };
  }
  const isKnown = left.sum !== null && right.sum !== null;
  const isEqual = left.sum === right.sum;
  return {
    rule: equation.rule,
    verdict: isKnown ? (isEqual ? "holds" : "fails") : "cannotTell",
    message: `${equation.subject}：${isKnown ? describe(left, right) : describeGap(left, right)}`,
    expected: right.sum,
    actual: left.sum,
    facts: [...left.facts, ...right.facts],
  };
}

function readSide(terms: readonly Term[], table: FactTable): Side {
  const read: { name: string; value: number | null }[] = [];
  const facts: string[] = [];
  let sum: number | null = 0;
  for (const { name, address } of terms) {
    const fact = table.find(address);
    if (fact) facts.push(buildFactKey(address));
    const value = fact?.value ?? null;
    read.push({ name, value });
    sum = sum === null || value === null ? null : sum + value;
  }
  const known = read.flatMap(({ value }) => (value === null ? [] : [value]));
  const isCounted = known.length > 0 && known.every((value) => value >= 0);
  const least = isCounted ? known.reduce((total, value) => total + value, 0) : null;
  return { terms: read, facts, sum, least };
}

/** 结果维持 4 + 其他结果 1 = 5（另有 1 项没有数字），大于总计 2，不符; null where the side does not exceed the other. */
function describeExcess(side: Side, whole: Side): string | null {
  const { terms, sum, least } = side;
  if (sum !== null || least === null || whole.sum === null || least <= whole.sum) return null;
  const known = terms.filter(({ value }) => value !== null && value !== 0);
  const blank = terms.filter(({ value }) => value === null).length;
  const parts = describeSum({ ...side, terms: known, sum: least });
  return `${parts}（另有 ${blank} 项没有数字），大于${describeSum(whole)}，不符`;
}

/** 本年新收 2 + 上年结转 0 = 2，办理结果总计 2 + 结转下年 0 = 2，相符 */
function describe(left: Side, right: Side): string {
  const verdict = left.sum === right.sum ? "相符" : "不符";
  return `${describeSum(left)}，${describeSum(right)}，${verdict}`;
}

/** One term as it is; several as a sum, where zeros of a long sum are left out. */
function describeSum({ terms, sum }: Side): string {
  const shown = terms.length > longestSum ? terms.filter(({ value }) => value !== 0) : terms;
  if (shown.length === 0) return "各项都是 0";
  const words = shown.map(({ name, value }) => `${name} ${value ?? ""}`).join(" + ");
  return terms.length === 1 ? words : `${words} = ${sum ?? ""}`;
}

function describeGap(left: Side, right: Side): string {
  const blank = [...left.terms, ...right.terms].filter(({ value }) => value === null);
  const names = blank.slice(0, longestSum).map(({ name }) => name);
  const more = blank.length > names.length ? `等 ${blank.length} 项` : "";
  return `${names.join("、")}${more}没有数字，无法判断`;
}
