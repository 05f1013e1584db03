import { readPath } from "./resolve-address.ts";

const earliest = 2007;
const latest = 2099;
const hanDigits = "〇○ＯO0零一二三四五六七八九";
const hanYear = new RegExp(`(?:二|贰)[${hanDigits}]{3}(?=年)`, "u");
const printed =
  /(?<![\d./-])(20\d{2})(?![\d])(?!\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2})\s?(年度?)?/gu;
const folder = /^(?:[a-z_-]{0,24}?[_-]?)?(20\d{2})(?:nd?|h|r|y|年度?|[a-z_-][a-z_-]{0,20})?$/iu;
const reportFolder = /nb|ndbg|nianbao|annualreport|xxgkn/iu;
const yearKeys = /^(?:fbtime|timeframe|year|nian|nd|niandu|y|yr)$/iu;

/** The year of a report that words name: one followed by 年 before others; null where there is none or it is in doubt. */
export function readYear(words: string): number | null {
  const plain = words.slice(0, 400).normalize("NFKC");
  const han = hanYear.exec(plain)?.[0];
  const found = [...plain.matchAll(printed)].map(([, year, mark]) => ({
    year: Number(year),
    isMarked: mark !== undefined,
  }));
  const marked = found.filter(({ isMarked }) => isMarked);
  const best = marked.length > 0 ? marked : found;
  if (best.length === 0) return han === undefined ? null : keepYear(readHan(han));
  return keepYear(best[0]?.year ?? 0);
}

/** The year that a label over a list names, null where it names several. */
export function readLabelYear(label: string): number | null {
  const years = new Set([...label.matchAll(/(?<!\d)20\d{2}(?!\d)/gu)].map(([year]) => year));
  return years.size > 1 ? null : readYear(label);
}

/**
 * The year that an address names: a parameter (`fbtime=2023`), or a folder in or below one of annual reports
 * (`zfxxgknb/2023/`, `nb2025xz`). Dates of publication in paths (`/202401/`, `/art/2024/1/16/`) are none.
 */
export function readAddressYear(address: string): number | null {
  if (!URL.canParse(address)) return null;
  for (const [key, value] of new URL(address).searchParams)
    if (yearKeys.test(key) && /^20\d{2}$/u.test(value)) return keepYear(Number(value));
  const folders = readPath(address).split("/").slice(1);
  const first = folders.findIndex((name) => reportFolder.test(name));
  if (first === -1) return null;
  for (const [at, name] of folders.entries()) {
    if (at < first || /^(?:art|content)$/iu.test(folders[at - 1] ?? "")) continue;
    if (/^\d{1,2}$/u.test(folders[at + 1] ?? "") || name.includes(".")) continue;
    const year = name.length <= 40 ? keepYear(Number(folder.exec(name)?.[1] ?? 0)) : null;
    if (year !== null) return year;
  }
  return null;
}

function readHan(words: string): number {
  return Number(
    Array.from(words)
      .map((han) => (/[〇○ＯO0零]/u.test(han) ? 0 : "一二三四五六七八九".indexOf(han) + 1))
      .join("")
      .replace(/^0/u, "2"),
  );
}

function keepYear(year: number): number | null {
  return year >= earliest && year <= latest ? year : null;
}
