import type { Finding, Verdict } from "../../../corpus/finding.ts";
import type { ReportReading } from "../audit-rule.ts";
import type { Claim, MeasureKey } from "./claim.ts";
import { isOwnBody } from "./find-counted-body.ts";
import { measures } from "./measures.ts";
import { type MeasuredValue, readMeasure } from "./read-measure.ts";

/**
 * Holds the claims of one rule against the tables. A claim fails only where it plainly counts the same thing, its
 * number is exact, and none of the lawful ways to count gives it.
 */
export function checkClaims(rule: string, reading: ReportReading): readonly Finding[] {
  return reading.claims
    .filter(({ measures: [first] }) => first !== undefined && measures[first].rule === rule)
    .flatMap((claim) => checkClaim(claim, { rule, reading }));
}

interface Context {
  readonly rule: string;
  readonly reading: ReportReading;
}

function checkClaim(claim: Claim, { rule, reading }: Context): readonly Finding[] {
  const ways = readWays(claim, reading);
  const [main] = ways;
  if (main === undefined) return [];
  const [verdict, reason] = judge(claim, ways, reading);
  const name = claim.measures.map((key) => measures[key].name).join("与");
  const written = `正文写${name} ${describeValue(claim)}`;
  const table = main.value === null ? "表中没有数字" : `表中 ${main.value}`;
  return [
    {
      rule,
      verdict,
      message: `${written}，${table}，${reason}`,
      expected: main.value,
      actual: claim.value,
      facts: [...main.facts],
      quote: claim.quote,
    },
  ];
}

/** The numbers that the tables give for a claim; sums of several measures are made in the expected way only. */
function readWays(claim: Claim, reading: ReportReading): readonly MeasuredValue[] {
  const lists = claim.measures.map((key) => readMeasure(key, reading));
  if (lists.length === 1) return lists[0] ?? [];
  const firsts = lists.flatMap(([first]) => (first === undefined ? [] : [first]));
  if (firsts.length < lists.length) return [];
  const value = firsts.reduce<number | null>(
    (sum, first) => (sum === null || first.value === null ? null : sum + first.value),
    0,
  );
  return [{ value, facts: firsts.flatMap(({ facts }) => facts) }];
}

function judge(
  claim: Claim,
  ways: readonly MeasuredValue[],
  reading: ReportReading,
): readonly [Verdict, string] {
  const main = ways[0]?.value ?? null;
  if (claim.isApproximate) return ["cannotTell", "正文是约数，不作比较"];
  const hit = ways.findIndex(({ value }) => value !== null && isEqual(claim, value));
  if (hit === 0) return ["holds", "相符"];
  if (hit > 0) return ["holds", `另一种算法得 ${ways[hit]?.value ?? ""}（如连同上年结转），相符`];
  if (main === null) return ["cannotTell", "无法判断"];
  if (claim.asides.includes(main)) {
    return ["cannotTell", `句中括号内另有 ${main}，与表一致，两数口径不同，请核实`];
  }
  if (claim.caution !== null) return ["cannotTell", `${claim.caution}，无法判断`];
  if (isPartOfSum(claim, main, reading)) {
    return ["cannotTell", "同一句中的几个数相加与表一致，请核实"];
  }
  if (hasOtherScope(claim, main, reading)) {
    return ["cannotTell", "正文另有一处按别的范围统计，与表一致，请核实"];
  }
  if (claim.counted !== null && !isOwnBody(claim.counted, reading.agency)) {
    return ["cannotTell", `说的是${claim.counted}，统计范围可能不同，无法判断`];
  }
  if (mayLeaveOut(claim, main, reading)) {
    return ["cannotTell", "答复数可能没有算入不予处理和其他处理，无法判断"];
  }
  return ["fails", "不符"];
}

function isEqual({ value, step }: Claim, other: number): boolean {
  return step > 1 ? Math.abs(value - other) < step : value === other;
}

/** Whether the report states the number of the table elsewhere, for other bodies (全市 here, 本级 there). */
function hasOtherScope(claim: Claim, main: number, { claims }: ReportReading): boolean {
  return claims.some(
    (other) =>
      other.bodies !== claim.bodies &&
      other.measures.join() === claim.measures.join() &&
      !other.isApproximate &&
      isEqual(other, main),
  );
}

/** Whether the sentence states the number of the table in several parts. */
function isPartOfSum(claim: Claim, main: number, { claims }: ReportReading): boolean {
  const parts = claims.filter(
    ({ measures, quote, isApproximate }) =>
      measures.join() === claim.measures.join() &&
      quote.section === claim.quote.section &&
      quote.start === claim.quote.start &&
      !isApproximate,
  );
  return parts.length > 1 && parts.reduce((sum, { value }) => sum + value, 0) === main;
}

/** What is answered may leave out requests that were not dealt with or ended otherwise. */
function mayLeaveOut(
  { measures: [key], value }: Claim,
  total: number,
  reading: ReportReading,
): boolean {
  if (key !== "answered" && key !== "processed") return false;
  const others: readonly MeasureKey[] = ["refused", "otherOutcome"];
  const left = others.map((other) => readMeasure(other, reading)[0]?.value ?? 0);
  return value < total && value >= total - left.reduce((sum, one) => sum + one, 0);
}

function describeValue({ value, isApproximate }: Claim): string {
  return isApproximate ? `约 ${value}` : String(value);
}
