import type { Finding, Quote } from "../../../corpus/finding.ts";
import type { ReportReading } from "../audit-rule.ts";
import { type Day, type PeriodReading, readStatisticalPeriod } from "./read-period.ts";

/** The regulation of 2008 came into force on 1 May: the first reports cover eight months. */
const firstDay: Day = { year: 2008, month: 5, day: 1 };

/** L-b: the year of the report is the year of its statistical period. */
export function checkPeriodYear(reading: ReportReading): readonly Finding[] {
  const { year, parts } = reading;
  const period = readStatisticalPeriod(parts);
  const facts: readonly string[] = [];
  const base = { rule: "L-b", expected: year, actual: period?.to.year ?? null, facts: [...facts] };
  if (period === null) {
    return [{ ...base, verdict: "cannotTell", message: "统计期限：没有写明起止日期，无法判断" }];
  }
  const quote = buildQuote(reading, period);
  if (year === null) {
    return [{ ...base, quote, verdict: "cannotTell", message: "报告年度：没有写明，无法判断" }];
  }
  const isSame = period.from.year === year && period.to.year === year;
  const message = `报告年度 ${year}，统计期限自 ${describeDay(period.from)}至 ${describeDay(period.to)}，${
    isSame ? "相符" : "年度不一致，不符"
  }`;
  return [{ ...base, quote, verdict: isSame ? "holds" : "fails", message }];
}

/** L-c: the statistical period is a whole year. */
export function checkPeriodLength(reading: ReportReading): readonly Finding[] {
  const period = readStatisticalPeriod(reading.parts);
  const base = { rule: "L-c", expected: null, actual: null, facts: [] };
  if (period === null) {
    return [{ ...base, verdict: "cannotTell", message: "统计期限：没有写明起止日期，无法判断" }];
  }
  const { from, to } = period;
  const isWhole =
    from.year === to.year &&
    to.month === 12 &&
    to.day === 31 &&
    ((from.month === 1 && from.day === 1) || isSameDay(from, firstDay));
  const message = `统计期限：自 ${describeDay(from)}至 ${describeDay(to)}，${
    isWhole ? "是全年，相符" : "应为当年 1 月 1 日至 12 月 31 日，不符"
  }`;
  const quote = buildQuote(reading, period);
  return [{ ...base, verdict: isWhole ? "holds" : "fails", message, quote }];
}

function buildQuote({ parts }: ReportReading, { section, start, end }: PeriodReading): Quote {
  return { section, start, end, text: parts[section]?.text.slice(start, end) ?? "" };
}

function isSameDay(one: Day, other: Day): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

function describeDay({ year, month, day }: Day): string {
  return `${year} 年 ${month} 月 ${day} 日`;
}
