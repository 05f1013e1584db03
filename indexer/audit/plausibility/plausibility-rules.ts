import type { ReportRule } from "../audit-rule.ts";
import { checkLawmaking } from "./check-lawmaking.ts";
import { checkOpeningYear } from "./check-opening-year.ts";
import { checkPeriodLength, checkPeriodYear } from "./check-period.ts";

/** Rules about what a report can lawfully or sensibly say. */
export const plausibilityRules: readonly ReportRule[] = [
  {
    code: "L-a",
    title: "规章制定权",
    formula: "rules.* = 0",
    zh: "只有省、自治区、直辖市和设区的市、自治州的人民政府可以制定地方政府规章（《立法法》第九十三条）。部门、开发区、县级机关、乡镇和街道的规章各栏应为 0。",
    en: "Only the governments of provinces and of cities with districts make 规章 (Legislation Law, article 93). The cells of a department, a zone, a county body, a township or a subdistrict should be 0.",
    check: checkLawmaking,
  },
  {
    code: "L-b",
    title: "报告年度与统计期限",
    formula: "year(period) = year",
    zh: "报告年度与正文写明的统计期限是同一年。没有写明统计期限的无法判断。",
    en: "The year of the report is that of the statistical period which its text states. Without a stated period it cannot be told.",
    check: checkPeriodYear,
  },
  {
    code: "L-c",
    title: "统计期限是全年",
    formula: "period = 01-01 … 12-31",
    zh: "统计期限自当年 1 月 1 日至 12 月 31 日；2008 年可以自 5 月 1 日《条例》施行之日起。",
    en: "The statistical period is a whole year. That of 2008 may begin on 1 May, when the regulation came into force.",
    check: checkPeriodLength,
  },
  {
    code: "L-d",
    title: "总体情况开头的年度",
    formula: "year(opening) = year",
    zh: "总体情况以“某年，”开头时，应是报告年度，不是沿用往年文字。开头没有年份的、写“某年以来”的不作检查。",
    en: "Where the first section opens with a year, it is that of the report, not one left over from an older text. Without a year, or with `某年以来`, there is no finding.",
    check: checkOpeningYear,
  },
];
