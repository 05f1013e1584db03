import type { Section } from "../../../corpus/section.ts";
import { normalizeWidth } from "../prose/normalize-width.ts";

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The statistical period that a report says its numbers cover, with where it says so. */
export interface PeriodReading {
  readonly from: Day;
  readonly to: Day;
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

const date = String.raw`(20\d{2})\s{0,2}[年.\-/]\s{0,2}(\d{1,2})\s{0,2}[月.\-/]\s{0,2}(\d{1,2})\s{0,2}日?`;
const laterDate = String.raw`(?:(20\d{2})\s{0,2}[年.\-/]\s{0,2}|(?:当|同|本)年)?(\d{1,2})\s{0,2}[月.\-/]\s{0,2}(\d{1,2})\s{0,2}日?`;
const period = new RegExp(
  String.raw`(?:统计|数据|报告[^。\n]{0,12}(?:期限|时限|时间|起止))[^。\n]{0,24}?${date}[^。\n\d]{0,8}?(?:至|到|-|—|－|~|～)[^。\n\d]{0,8}?${laterDate}`,
  "u",
);
const longestText = 20_000;

/** The first statistical period that a section names; null where none does, or its dates have lost their parts. */
export function readStatisticalPeriod(sections: readonly Section[]): PeriodReading | null {
  for (const [section, { kind, text }] of sections.entries()) {
    if (kind === "problems" || kind === "appendix") continue;
    const match = period.exec(normalizeWidth(text.slice(0, longestText)));
    if (match === null) continue;
    const [words, year, month, day, lastYear, lastMonth, lastDay] = match;
    const from = { year: Number(year), month: Number(month), day: Number(day) };
    const to = { year: Number(lastYear ?? year), month: Number(lastMonth), day: Number(lastDay) };
    if (isDay(from) && isDay(to)) {
      return { from, to, section, start: match.index, end: match.index + words.length };
    }
  }
  return null;
}

const named =
  /(?:统计|数据)[^。\n]{0,8}(?:期限|时限|时间|周期|起止|期间)[^。\n]{0,12}(?:20\d{2}|二[〇○零]|[当本全]年|\d月)/u;

/** Whether a section speaks of a statistical period at all, be it without its days: `统计期限为2023年度`. */
export function namesPeriod(sections: readonly Section[]): boolean {
  return sections.some(
    ({ kind, text }) =>
      kind !== "problems" &&
      kind !== "appendix" &&
      named.test(normalizeWidth(text.slice(0, longestText))),
  );
}

function isDay({ month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
