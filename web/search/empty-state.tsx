import { facets } from "../../search/facets.ts";
import { maxReachableHits, type SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import type { Holdings } from "../../corpus/holdings.ts";
import { buildNumberText } from "../number-text.ts";
import { findFilterLabel } from "./active-filters.tsx";
import { countPages } from "./pager.tsx";
import {
  buildSearchAddress,
  clearFilters,
  countFilters,
  listFilterValues,
  replaceFilter,
} from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
  readonly holdings: Holdings | null;
}

interface Advice {
  readonly text: string;
  readonly address: string;
}

/** Nothing to show: why, and what to try next, each a link that does it. */
export function EmptyState({ query, result, holdings }: Props) {
  const isBeyond = query.page > 1;
  const advice = isBeyond ? [] : listAdvice(query, result);
  return (
    <section class="empty" aria-labelledby="empty-heading" hx-boost="true">
      <h2 id="empty-heading">
        <span id="result-summary">
          {isBeyond ? `没有第 ${buildNumberText(query.page)} 页` : "没有相符的章节"}
        </span>
      </h2>
      {isBeyond && (
        <p>
          {describeEnd(query, result)}
          <a href={buildSearchAddress({ ...query, page: 1 })}>回到第一页</a>
        </p>
      )}
      {advice.length > 0 && <p>可以试试：</p>}
      <ul class="advice">
        {advice.map(({ text, address }) => (
          <li>
            <a href={address}>{text}</a>
          </li>
        ))}
      </ul>
      {!isBeyond && <Hints holdings={holdings} />}
    </section>
  );
}

/** Why there is no such page; how many there are is known only where every section is a hit. */
function describeEnd({ group }: SearchQuery, result: SearchResult): string {
  if (result.total > maxReachableHits)
    return `最多翻看前 ${buildNumberText(maxReachableHits)} 条，请加上筛选再看其余。`;
  const pages = countPages(result);
  return group === "report" || pages === 0 ? "" : `结果共 ${buildNumberText(pages)} 页。`;
}

function Hints({ holdings }: { readonly holdings: Holdings | null }) {
  return (
    <ul class="hints">
      <li>换成年报里常用的说法：用“行政处罚”，不用“罚款的事”。</li>
      <li>只写地名或机构名，也可以写拼音或首字母，再用筛选缩小范围。</li>
      {holdings?.oldestYear != null && (
        <li>
          目前收录 {buildNumberText(holdings.reports)} 份年报（{holdings.oldestYear} 至{" "}
          {holdings.newestYear} 年）；没有收录的地方和年份查不到，不等于没有公开。
        </li>
      )}
    </ul>
  );
}

function listAdvice(query: SearchQuery, result: SearchResult): readonly Advice[] {
  const advice: Advice[] = [];
  const chosen = facets.filter((facet) => query[facet.key].length > 0);
  if (chosen.length > 1)
    for (const { key, label } of chosen) {
      const values = listFilterValues(query, key).map((value) =>
        findFilterLabel(result, key, value),
      );
      const address = buildSearchAddress(replaceFilter(query, key, []));
      advice.push({ text: `不限${label}（现在限于 ${values.join("、")}）`, address });
    }
  if (countFilters(query) > 0)
    advice.push({ text: "去掉全部筛选", address: buildSearchAddress(clearFilters(query)) });
  const plain = query.q.replaceAll(/["“”「」『』]/g, " ").trim();
  if (plain !== query.q.trim() && plain !== "")
    advice.push({
      text: `去掉引号，查 ${plain}`,
      address: buildSearchAddress({ ...query, q: plain, page: 1 }),
    });
  return advice;
}
