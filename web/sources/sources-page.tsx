import { sourceStateLabels, sourceStates } from "../../corpus/source-state.ts";
import { buildNumberText } from "../number-text.ts";
import { listPages } from "../search/pager.tsx";
import { AdminBox, type Viewing } from "./admin-box.tsx";
import type { ChosenSources } from "./choose-sources.ts";
import { LiveNotice } from "./live-notice.tsx";
import { SourceRow } from "./source-row.tsx";
import { buildSourcesAddress, type SourcesQuery } from "./sources-query.ts";

/** Sources on a page. */
export const sourcesShown = 50;

interface Props {
  readonly query: SourcesQuery;
  readonly chosen: ChosenSources;
  readonly viewing: Viewing;
  /** False where the crawler asks nobody but this machine and the demo. */
  readonly hasContact: boolean;
}

/** Every source with what it is doing. A script renews the rows while it is open; without it the page is as it was asked for. */
export function SourcesPage({ query, chosen, viewing, hasContact }: Props) {
  const { sources, total } = chosen;
  return (
    <div class="sources-page">
      <h1>来源</h1>
      <AdminBox {...viewing} />
      <LiveNotice />
      {!hasContact && (
        <p class="notice">
          未设置 <code>GONGKAI_CONTACT</code>：除示例和本机网站外不会访问任何来源。
        </p>
      )}
      <Filters query={query} chosen={chosen} />
      <p id="result-summary" data-part="summary">
        共 {buildNumberText(total)} 个来源
      </p>
      <div data-live="sources">
        <p class="notice" data-part="none" hidden={sources.length > 0}>
          没有符合条件的来源。<a href="/sources">查看全部</a>，或用命令{" "}
          <code>npx gongkai sources add</code> 添加。
        </p>
        <div class="sources-scroll" tabindex={0} role="region" aria-label="来源列表">
          <table class="sources-table">
            <thead>
              <tr>
                <th scope="col">来源</th>
                <th scope="col">状态</th>
                <th scope="col">上次抓取</th>
                <th scope="col">下次抓取</th>
                <th scope="col">年报</th>
                <th scope="col">失败与后续</th>
                {viewing.admin && <th scope="col">操作</th>}
              </tr>
            </thead>
            <tbody data-part="rows">
              {sources.map((source) => (
                <SourceRow source={source} viewing={viewing} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <div data-part="pager">
        <SourcesPager query={query} total={total} />
      </div>
    </div>
  );
}

function Filters({ query, chosen }: Pick<Props, "query" | "chosen">) {
  const all = [...chosen.counts.values()].reduce((sum, count) => sum + count, 0);
  const link = (state: SourcesQuery["state"], label: string, count: number) => (
    <li>
      <a
        href={buildSourcesAddress({ ...query, state, page: 1 })}
        aria-current={query.state === state ? "true" : undefined}
      >
        {label} <span class="muted">{buildNumberText(count)}</span>
      </a>
    </li>
  );
  return (
    <div class="sources-filters">
      <form class="sources-search" role="search" action="/sources" method="get">
        <label for="sources-q">筛选来源</label>
        <input
          id="sources-q"
          type="search"
          name="q"
          value={query.q}
          maxlength={200}
          placeholder="地名、机构、网址"
        />
        {query.state !== undefined && <input type="hidden" name="state" value={query.state} />}
        <button class="small-button" type="submit">
          筛选
        </button>
      </form>
      <ul class="sources-states" data-part="states" aria-label="按状态筛选">
        {link(undefined, "全部", all)}
        {sourceStates.map((state) =>
          link(state, sourceStateLabels[state], chosen.counts.get(state) ?? 0),
        )}
      </ul>
    </div>
  );
}

function SourcesPager({ query, total }: { readonly query: SourcesQuery; readonly total: number }) {
  const last = Math.ceil(total / sourcesShown);
  if (last <= 1) return null;
  return (
    <nav class="pager" aria-label="翻页">
      <ol class="pager-pages">
        {listPages(query.page, last).map((page) => (
          <li>
            {page === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={buildSourcesAddress({ ...query, page })}
                aria-label={`第 ${page} 页`}
                aria-current={page === query.page ? "page" : undefined}
              >
                {buildNumberText(page)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
