/** A range of years, both included; one end may be open, and both are the same for a single year. */
export interface YearRange {
  readonly from?: number;
  readonly to?: number;
}

/** The years that a SearchQuery takes. */
export const firstYear = 2000;
export const lastYear = 2100;

const single = /^(\d{4})年?$/;
const range = /^(?:(\d{4})年?)?(?:\.{2,3}|。。|…+|-+|[~〜]+|–|—+|至|到)(?:(\d{4})年?)?$/;
const since = /^(\d{4})年?(?:至今|以来|起|以后)$/;

/** Reads a year or a range in folded text (`2020`, `2019..2021`, `2019-2021`, `2019至2021年`, `2019..`), else null. */
export function readYears(text: string): YearRange | null {
  const [, year] = single.exec(text) ?? [];
  if (year !== undefined) return buildRange(year, year);
  const [, start] = since.exec(text) ?? [];
  if (start !== undefined) return buildRange(start, undefined);
  const found = range.exec(text);
  return found === null ? null : buildRange(found[1], found[2]);
}

/** What `year>2019` and its like mean; null for an operator that has no range of years. */
export function buildYearsFrom(operator: string, year: number): YearRange | null {
  switch (operator) {
    case ">":
      return checkRange({ from: year + 1 });
    case ">=":
      return checkRange({ from: year });
    case "<":
      return checkRange({ to: year - 1 });
    case "<=":
      return checkRange({ to: year });
    default:
      return null;
  }
}

function buildRange(from: string | undefined, to: string | undefined): YearRange | null {
  const [first, last] = [from, to].map((year) => (year === undefined ? undefined : Number(year)));
  if (first !== undefined && last !== undefined)
    return checkRange({ from: Math.min(first, last), to: Math.max(first, last) });
  if (first !== undefined) return checkRange({ from: first });
  return last === undefined ? null : checkRange({ to: last });
}

function checkRange(years: YearRange): YearRange | null {
  const { from = firstYear, to = lastYear } = years;
  return from >= firstYear && to <= lastYear && from <= to ? years : null;
}

/** `2020`, `2019–2021`, `2019 年起`, `到 2021 年`. */
export function labelYears({ from, to }: YearRange): string {
  if (from === to) return String(from);
  if (to === undefined) return `${from} 年起`;
  return from === undefined ? `到 ${to} 年` : `${from}–${to}`;
}

/** Every year of a range; an open end is that of the years that can be asked for. */
export function listYears({ from = firstYear, to = lastYear }: YearRange): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}
