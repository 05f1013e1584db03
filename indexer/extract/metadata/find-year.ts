import { writeArabicDates } from "./han-year.ts";

const period =
  /(?:统计|数据|期限|时限|时间|起止|自|从)[^。]{0,24}?(20\d{2})\s{0,2}年?\s{0,2}0?1\s{0,2}月?\s{0,2}0?1\s{0,2}日[^。]{0,8}(?:至|到|-|—|－|~|～)[^。]{0,8}?(?:\1\s{0,2}年?\s{0,2})?12\s{0,2}月?\s{0,2}31/u;
const anyYear = /20\d{2}(?=\s{0,2}年)/gu;
const earliest = 2003;
const latest = 2099;

/** Where a report may say its year, the most reliable first. */
export interface YearSources {
  readonly title: number | null;
  readonly preamble: string;
  readonly overview: string;
  readonly published: string | null;
}

/**
 * The year a report is about: from its title, else its statistical period, else the year that its first section
 * names most, else the year before it was published. Null where nothing tells.
 */
export function findYear({ title, preamble, overview, published }: YearSources): number | null {
  const candidates = [
    title,
    readPeriod(preamble) ?? readPeriod(overview),
    findMostFrequent(overview) ?? findMostFrequent(preamble),
    published ? Number(published.slice(0, 4)) - 1 : null,
  ];
  return candidates.find((year) => year !== null && year >= earliest && year <= latest) ?? null;
}

/** The year of a sentence such as 统计期限自2024年1月1日起至2024年12月31日止. */
export function readPeriod(text: string): number | null {
  const year = period.exec(writeArabicDates(text.slice(0, 20_000)))?.[1];
  return year === undefined ? null : Number(year);
}

function findMostFrequent(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [year] of writeArabicDates(text.slice(0, 50_000)).matchAll(anyYear))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best?.[0] ?? null;
}
