import type { SearchResult } from "../../search/search-result.ts";
import { buildDateText, readChinaDate } from "../date-text.ts";
import type { HeldReport, Holdings } from "../../corpus/holdings.ts";
import { buildNumberText } from "../number-text.ts";
import { RegionPath } from "../region-path.tsx";
import { exampleSearches } from "./example-searches.ts";
import { buildRegionTree } from "./region-tree.ts";
import { buildSearchAddress } from "./search-address.ts";
import { SearchForm } from "./search-form.tsx";

interface Props {
  readonly holdings: Holdings;
  readonly newest: readonly HeldReport[];
  readonly facets: SearchResult["facets"];
}

/** No query yet: what is held, how to ask, and what came in last. */
export function StartPage({ holdings, newest, facets }: Props) {
  return (
    <div class="start-page">
      <section class="hero">
        <h1>各地怎样公开政府信息，年报里都写着</h1>
        <p class="hero-lead">
          检索县、乡镇和部门的政府信息公开工作年度报告：全文逐字可查，表格数字可回到原件。
        </p>
        <SearchForm query={null} />
        <Examples />
        <Figures holdings={holdings} />
      </section>
      <div class="start-columns">
        <Newest reports={newest} />
        <Browse facets={facets} />
      </div>
    </div>
  );
}

function Examples() {
  return (
    <ul class="examples" aria-label="检索示例" hx-boost="true">
      {exampleSearches.map(({ label, note, query }) => (
        <li>
          <a class="example" href={buildSearchAddress(query)}>
            {label}
            <span class="example-note">{note}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Figures({ holdings }: { readonly holdings: Holdings }) {
  const { reports, agencies, sections, oldestYear, newestYear } = holdings;
  if (reports === 0)
    return (
      <p class="notice">
        还没有收录年报。运行 <code>npx gongkai import 文件夹</code> 导入。
      </p>
    );
  const years = oldestYear === newestYear ? `${newestYear}` : `${oldestYear}–${newestYear}`;
  return (
    <dl class="figures">
      <Figure label="份年报" value={buildNumberText(reports)} />
      <Figure label="个机构" value={buildNumberText(agencies)} />
      <Figure label="个章节" value={buildNumberText(sections)} />
      {newestYear !== null && <Figure label="报告年度" value={years} />}
    </dl>
  );
}

function Figure(props: { readonly label: string; readonly value: string }) {
  return (
    <div class="figure">
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function Newest({ reports }: { readonly reports: readonly HeldReport[] }) {
  if (reports.length === 0) return null;
  return (
    <section class="newest" aria-labelledby="newest-heading">
      <h2 id="newest-heading">新近收录</h2>
      <ul class="newest-list">
        {reports.map((report) => (
          <li>
            <a class="newest-title" href={`/reports/${report.id}`}>
              {report.title}
            </a>
            <div class="newest-meta">
              <RegionPath places={report.regions} />
              <span>{buildDateText(readChinaDate(report.capturedAt))} 采集</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Browse({ facets }: { readonly facets: SearchResult["facets"] }) {
  const regions = buildRegionTree(facets["region"] ?? []);
  const years = facets["year"] ?? [];
  return (
    <section class="browse" aria-labelledby="browse-heading" hx-boost="true">
      <h2 id="browse-heading">按地区和年份看</h2>
      <ul class="browse-list" aria-label="地区">
        {regions.map(({ value, label, count }) => (
          <BrowseItem label={label} count={count} href={buildSearchAddress({ region: [value] })} />
        ))}
      </ul>
      <ul class="browse-list" aria-label="年份">
        {years.map(({ value, label, count }) => (
          <BrowseItem
            label={label}
            count={count}
            href={buildSearchAddress({ year: [Number(value)] })}
          />
        ))}
      </ul>
      <p>
        <a href={buildSearchAddress({ sort: "newest" })}>全部章节，年份从新到旧</a>
      </p>
    </section>
  );
}

function BrowseItem(props: {
  readonly label: string;
  readonly count: number;
  readonly href: string;
}) {
  return (
    <li>
      <a class="browse-item" href={props.href}>
        {props.label}
        <span class="facet-count">{buildNumberText(props.count)}</span>
      </a>
    </li>
  );
}
