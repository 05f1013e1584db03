import type { ReportReading, ReportRule } from "../audit-rule.ts";
import { checkClaims } from "./check-claims.ts";

type Row = Omit<ReportRule, "check">;

const rows: readonly Row[] = [
  {
    code: "P-a",
    title: "正文与表三：收到申请",
    formula: "prose = newReceived.total",
    zh: "正文写的收到、受理、新收申请数，等于表三本年新收总计；没有写明“新收”的，连同上年结转相等也算相符。2008、2014 年格式比对收到申请总数。",
    en: "Requests received, as the prose says, against table 3. Unless the prose says 新收, the number together with those carried over is right too. Forms 2008 and 2014: against the requests received.",
  },
  {
    code: "P-b",
    title: "正文与表三：上年结转",
    formula: "prose = carriedOver.total",
    zh: "正文写的上年结转申请数，等于表三上年结转总计。",
    en: "Requests carried over from the year before, as the prose says, against table 3.",
  },
  {
    code: "P-c",
    title: "正文与表三：办结、答复",
    formula: "prose = resultTotal.total",
    zh: "正文写的办结、答复、办理申请数，等于表三办理结果总计。答复数少于总计、差数不大于不予处理与其他处理之和的无法判断。",
    en: "Requests concluded or answered, as the prose says, against the total of outcomes. An answered number that may leave out those not dealt with cannot be told.",
  },
  {
    code: "P-d",
    title: "正文与表三：结转下年",
    formula: "prose = carriedForward.total",
    zh: "正文写的结转下年度申请数，等于表三结转下年度继续办理总计。",
    en: "Requests carried forward, as the prose says, against table 3.",
  },
  {
    code: "P-e",
    title: "正文与表三：办理结果",
    formula: "prose = granted | partial | denied.* | unable.* | refused.* | other.*",
    zh: "正文写的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数，等于表三同类各行之和。正文没有提到的类别不当作 0。",
    en: "Outcomes by kind, as the prose says, against the rows of that kind. A kind that the prose does not mention is not taken for 0.",
  },
  {
    code: "P-f",
    title: "正文与表四：行政复议",
    formula: "prose = review.*",
    zh: "正文写的政府信息公开行政复议件数及其维持、纠正、其他结果、尚未审结件数，等于表四。备案、办理的各类复议案件无法判断。",
    en: "Administrative reviews and their results, as the prose says, against table 4. Cases that were filed or handled as the reviewing body cannot be told.",
  },
  {
    code: "P-g",
    title: "正文与表四：行政诉讼",
    formula: "prose = litigationDirect.* + litigationAfterReview.*",
    zh: "正文写的政府信息公开行政诉讼件数及其结果，等于表四未经复议直接起诉与复议后起诉之和；分开写的分别比对。",
    en: "Lawsuits and their results, as the prose says, against the sum of both kinds in table 4, or against one where the prose names it.",
  },
  {
    code: "P-h",
    title: "正文与表二：规章、规范性文件",
    formula: "prose = made | repealed | effective",
    zh: "正文写的制发、废止、现行有效规章和规范性文件件数，等于表二。连同修订、失效一并写的、分别以几个机关名义写的无法判断。",
    en: "规章 and 规范性文件 made, repealed and in force, as the prose says, against table 2. A number that counts revisions too, or what was made in the name of one of several bodies, cannot be told.",
  },
  {
    code: "P-i",
    title: "正文与表二：许可、处罚、强制",
    formula: "prose = permits | penalties | coercion",
    zh: "正文写的行政许可、行政处罚、行政强制处理决定数，等于表二。说的是公开、公示条数或案件、措施件数的无法判断。",
    en: "Permits, penalties and coercion, as the prose says, against table 2. Numbers of items published, of cases or of measures cannot be told.",
  },
  {
    code: "P-j",
    title: "正文与指标表：主动公开",
    formula: "prose = published",
    zh: "2008、2014 年格式：正文写的主动公开信息条数，等于统计指标表的主动公开信息数。",
    en: "Forms 2008 and 2014: items published, as the prose says, against the indicator table.",
  },
];

/**
 * Rules that hold the prose against the tables. Approximate numbers never fail; numbers of a part (其中, a channel,
 * another year) are not compared.
 */
export const proseRules: readonly ReportRule[] = rows.map((row) => ({
  ...row,
  check: (reading: ReportReading) => checkClaims(row.code, reading),
}));
