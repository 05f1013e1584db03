/** How long a number counts: the year of the report, several years, or 累计 without a word of which. */
export type Span = "year" | "years" | "unsaid";

const numerals = "一二两三四五六七八九十";
const years = new RegExp(
  [
    String.raw`(?<![${numerals}〇零○\d])(?:[${numerals}]{1,3}|\d{1,2})(?:个)?(?:多)?年(?:来|以来|间|时间|累计|合计|共)`,
    String.raw`近(?:[${numerals}几数]{1,3}|\d{1,2})?(?:个)?年(?![底末终度关])`,
    String.raw`(?:最近|过去|(?<![目以之此日当提])前|这|连续)(?:[${numerals}几数]{1,3}|\d{1,2})(?:个)?年`,
    String.raw`十[${numerals}]五["”]?(?:期间|时期|以来|规划期)`,
    String.raw`(?:本届|上届|任期|历年|历届|历次|迄今|至今(?!年))`,
    String.raw`(?<!(?:今|本|当)年度?|年初|入[春夏秋冬汛])以来`,
    String.raw`20\d{2}\s?年?度?\s?(?:至|到|-|—|~|～|、|和)+\s?20\d{2}\s?年`,
  ].join("|"),
  "gu",
);
const untilNow =
  /截[至止](?:到|目前|年底|年末|20\d{2}年度?(?:底|末|\d{1,2}月(?:\d{1,2}日|底)?)?)?/gu;
const thisYear = /(?:本|今|全|当)年|年内|报告期/u;

/** Judges by the sentence before a number: the span that it names last. `year` is that of the report. */
export function findSpan(before: string, year: number | null): Span {
  const words = before
    .replaceAll(untilNow, "")
    .replaceAll(new RegExp(`${year ?? "本"}年(?:度|1月(?:1日)?|年初)?以来`, "gu"), "本年");
  const last = [...words.matchAll(years)].at(-1);
  const rest = last === undefined ? words : words.slice(last.index + last[0].length);
  const isOfYear = thisYear.test(rest) || (year !== null && rest.includes(`${year}年`));
  if (isOfYear) return "year";
  if (last !== undefined) return "years";
  return words.slice(Math.max(words.lastIndexOf(","), words.lastIndexOf(";")) + 1).includes("累计")
    ? "unsaid"
    : "year";
}
