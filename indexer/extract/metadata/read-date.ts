import { writeArabicDates } from "./han-year.ts";

const date = /(20\d{2})\s{0,2}[-年/.．]\s{0,2}(\d{1,2})\s{0,2}[-月/.．]\s{0,2}(\d{1,2})(?!\d)/u;

/** The first date of a text as `YYYY-MM-DD`, or null where there is none of the calendar. */
export function readDate(text: string): string | null {
  const match = date.exec(writeArabicDates(text.slice(0, 200)));
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const time = new Date(Date.UTC(year, month - 1, day));
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isReal ? time.toISOString().slice(0, 10) : null;
}
