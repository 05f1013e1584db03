import { knownFacts } from "../../corpus/forms/known-facts.ts";
import {
  type FactSort,
  type PlainSort,
  readFactSort,
  sortLabels,
  type SearchQuery,
  sorts,
} from "../../search/query.ts";
import { buildSearchAddress } from "./search-address.ts";

/** Numbers that readers often order by, with short names; any other can be asked for in the address. */
const commonFacts: readonly { readonly key: string; readonly label: string }[] = [
  { key: "requests.newReceived.total", label: "新收申请" },
  { key: "requests.granted.total", label: "予以公开" },
  { key: "requests.carriedForward.total", label: "结转下年度" },
  { key: "disclosure.penalties.decisions", label: "行政处罚决定" },
  { key: "disclosure.permits.decisions", label: "行政许可决定" },
  { key: "disclosure.fees.amount", label: "行政事业性收费" },
  { key: "disputes.review.total", label: "行政复议" },
];

/** Orders of the list: those that every search has, and behind a summary those by a number of the reports. */
export function SortLinks({ query }: { readonly query: SearchQuery }) {
  const chosen = readFactSort(query.sort);
  return (
    <nav class="sorts" aria-label="排序" hx-boost="true">
      {sorts.map((sort) => (
        <SortLink query={query} sort={sort} label={sortLabels[sort]} />
      ))}
      <details class="fact-sorts">
        <summary class={chosen === null ? undefined : "fact-sorts-chosen"}>
          {chosen === null ? "按数据" : `按数据：${labelFact(chosen.fact)}`}
        </summary>
        <ul>
          {commonFacts.map(({ key, label }) => (
            <li>
              {label}
              <SortLink query={query} sort={`-fact:${key}`} label="从多到少" name={label} />
              <SortLink query={query} sort={`fact:${key}`} label="从少到多" name={label} />
            </li>
          ))}
        </ul>
        <p>没有这项数据的年报排在最后。</p>
      </details>
    </nav>
  );
}

interface LinkProps {
  readonly query: SearchQuery;
  readonly sort: PlainSort | FactSort;
  readonly label: string;
  /** What is ordered, for readers who hear the link alone. */
  readonly name?: string;
}

function SortLink({ query, sort, label, name }: LinkProps) {
  return (
    <a
      id={`sort-${sort.replaceAll(/[:.]/g, "-")}`}
      href={buildSearchAddress({ ...query, sort, page: 1 })}
      aria-current={sort === query.sort ? "true" : undefined}
      aria-label={name && `${name}${label}`}
    >
      {label}
    </a>
  );
}

function labelFact(key: string): string {
  const common = commonFacts.find((fact) => fact.key === key);
  return common?.label ?? knownFacts.get(key)?.label ?? key;
}
