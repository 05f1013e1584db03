import type { SearchQuery } from "../../search/query.ts";
import type { FacetCount } from "../../search/search-result.ts";
import { buildNumberText } from "../number-text.ts";
import { KeptFields } from "./kept-fields.tsx";
import { buildSearchAddress, toggleFilter } from "./search-address.ts";

interface Props {
  readonly counts: readonly FacetCount[];
  readonly query: SearchQuery;
}

/**
 * The years as a histogram, whose bars the mouse can choose, and a range to choose. The list of years beside it says
 * the same in words, so the bars are hidden from readers of the screen and skipped by the keyboard.
 */
export function YearHistogram({ counts, query }: Props) {
  const years = listYears(counts, query.year);
  const [oldest, newest] = [years[0], years.at(-1)];
  if (years.length < 2 || oldest === undefined || newest === undefined) return null;
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <>
      <div class="year-bars" aria-hidden="true">
        {years.map((year) => (
          <YearBar year={year} most={most} query={query} />
        ))}
      </div>
      <div class="year-ends" aria-hidden="true">
        <span>{oldest.year}</span>
        <span>{newest.year}</span>
      </div>
      <YearRange years={years.map(({ year }) => year)} query={query} />
    </>
  );
}

interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** Every year from the oldest to the newest that has sections or is chosen, those without either among them. */
export function listYears(
  counts: readonly FacetCount[],
  chosen: readonly number[] = [],
): readonly YearCount[] {
  const held = new Map(
    counts.filter(({ count }) => count > 0).map(({ value, count }) => [Number(value), count]),
  );
  const shown = [...held.keys(), ...chosen];
  const [oldest, newest] = [Math.min(...shown), Math.max(...shown)];
  if (shown.length === 0) return [];
  return Array.from({ length: newest - oldest + 1 }, (_, index) => {
    const year = oldest + index;
    return { year, count: held.get(year) ?? 0 };
  });
}

/** Heights are of a hundred; a year with any sections shows at least a line. */
function YearBar(props: {
  readonly year: YearCount;
  readonly most: number;
  readonly query: SearchQuery;
}) {
  const { year, count } = props.year;
  const height = count === 0 ? 0 : Math.max(4, Math.round((count / props.most) * 100));
  const chosen = props.query.year.includes(year);
  return (
    <a
      class={chosen ? "year-bar year-bar-chosen" : "year-bar"}
      href={buildSearchAddress(toggleFilter(props.query, "year", String(year)))}
      title={`${year} 年：${buildNumberText(count)}`}
      rel="nofollow"
      tabindex={-1}
    >
      <svg viewBox="0 0 10 100" preserveAspectRatio="none">
        <rect x="0" y={100 - height} width="10" height={height} />
      </svg>
    </a>
  );
}

function YearRange(props: { readonly years: readonly number[]; readonly query: SearchQuery }) {
  const { years, query } = props;
  const from = query.year.length > 0 ? Math.min(...query.year) : years[0];
  const to = query.year.length > 0 ? Math.max(...query.year) : years.at(-1);
  return (
    <form class="year-range" action="/" method="get" aria-label="年份范围">
      <YearSelect id="year-from" name="yearFrom" label="从" years={years} chosen={from} />
      <YearSelect id="year-to" name="yearTo" label="到" years={years} chosen={to} />
      <KeptFields query={query} without="year" />
      <button class="facet-button" type="submit">
        应用
      </button>
    </form>
  );
}

function YearSelect(props: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly years: readonly number[];
  readonly chosen: number | undefined;
}) {
  const { id, name, label, years, chosen } = props;
  return (
    <>
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {years.map((year) => (
          <option value={year} selected={year === chosen}>
            {year}
          </option>
        ))}
      </select>
    </>
  );
}
