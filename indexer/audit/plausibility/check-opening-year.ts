import type { Finding } from "../../../corpus/finding.ts";
import type { ReportReading } from "../audit-rule.ts";
import { normalizeWidth } from "../prose/normalize-width.ts";

const opening = /^\s{0,8}(20\d{2})\s{0,2}年度?\s{0,2}[,，、]/u;

/**
 * L-d: the year that the first section opens with is that of the report: last year's text was not left standing.
 * `2020年以来，` says since when, not which year.
 */
export function checkOpeningYear({ parts, year }: ReportReading): readonly Finding[] {
  const section = parts.findIndex(({ kind }) => kind === "overview");
  const text = parts[section]?.text ?? "";
  const match = opening.exec(normalizeWidth(text.slice(0, 40)));
  if (match === null) return [];
  const actual = Number(match[1]);
  const isSame = actual === year;
  const verdict = year === null ? "cannotTell" : isSame ? "holds" : "fails";
  const end = { holds: "相符", fails: "是否沿用了往年的文字，不符", cannotTell: "无法判断" }[
    verdict
  ];
  return [
    {
      rule: "L-d",
      verdict,
      message: `总体情况开头写 ${actual} 年，报告年度${year === null ? "没有写明" : ` ${year}`}，${end}`,
      expected: year,
      actual,
      facts: [],
      quote: { section, start: 0, end: match[0].length, text: text.slice(0, match[0].length) },
    },
  ];
}
