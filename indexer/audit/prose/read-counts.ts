/** A number with the unit that it counts in. Offsets are into the sentence. `unit` is empty where none follows. */
export interface Count {
  readonly value: number;
  readonly step: number;
  readonly isApproximate: boolean;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const units = "人次|件次|件|条|宗|起|例|份|个|次|项|桩|则|案|部|篇";
const arabic = String.raw`(?<![\d.])(?<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?<fraction>\.\d{1,6})?`;
const han = "(?<han>[零〇一二两三四五六七八九十百千]{1,9})";
const count = new RegExp(
  String.raw`(?:${arabic}|${han})\s{0,2}(?<more>[余多几])?\s{0,2}(?<power>[万亿])?(?<after>[余多几])?\s{0,2}(?<unit>${units})?(?<about>左右|上下|以上|以内)?`,
  "gu",
);
const approximate =
  /(?:约|近|超过?|逾|大约|将近|接近|不少于|至少|上|数|达到?近|突破|高达)\s{0,2}$/u;
const powers: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * The numbers of a sentence in half width that count something: with a unit of counting, or alone before a mark or
 * the end. Years, dates, percentages and amounts of money are left out.
 */
export function readCounts(sentence: string): readonly Count[] {
  const counts = [...sentence.matchAll(count)].flatMap((match) => {
    const {
      digits,
      fraction = "",
      han = "",
      more,
      power = "",
      after,
      unit = "",
      about,
    } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    if (unit === "" && !isBare(sentence, start, end)) return [];
    const plain =
      digits === undefined ? readHan(han) : Number(digits.replaceAll(",", "") + fraction);
    if (plain === null) return [];
    const factor = powers[power] ?? 1;
    const places = Math.max(0, fraction.length - 1);
    const isApproximate =
      more !== undefined ||
      after !== undefined ||
      about !== undefined ||
      approximate.test(sentence.slice(Math.max(0, start - 5), start));
    const value = Math.round(plain * factor * 1e6) / 1e6;
    return [{ value, step: factor / 10 ** places, isApproximate, unit, start, end }];
  });
  const none = [...sentence.matchAll(/(?<=[:为均])无(?=[,;。]|$)/gu)].map(({ index: start }) => ({
    value: 0,
    step: 1,
    isApproximate: false,
    unit: "",
    start,
    end: start + 1,
  }));
  return [...counts, ...none].toSorted((a, b) => a.start - b.start);
}

/** A number without a unit counts only behind 为 or a colon and before a mark: `行政复议数为 0，`. */
function isBare(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - 4), start).trimEnd();
  return (
    /[为是:数]$/u.test(before) && /^\s{0,2}(?:[,;。、)!]|$)/u.test(sentence.slice(end, end + 3))
  );
}

const hanDigits = "零一二三四五六七八九";
const hanPowers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 as 12, 两百零三 as 203, 二〇 as 20; null for what is no number. */
function readHan(text: string): number | null {
  const plain = text.replaceAll("两", "二").replaceAll("〇", "零");
  if (!/[十百千]/u.test(plain)) {
    if (plain.length > 1 && !/^[零一二三四五六七八九]{2,4}$/u.test(plain)) return null;
    return Number(plain.replace(/./gu, (char) => String(hanDigits.indexOf(char))));
  }
  let total = 0;
  let digit: number | null = null;
  for (const char of plain) {
    const power = hanPowers[char];
    if (power === undefined) digit = hanDigits.indexOf(char);
    else {
      total += (digit ?? 1) * power;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}
