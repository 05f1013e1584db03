import type { SourceDetail, SourceState, WaitingHost } from "../../corpus/source-state.ts";
import { buildTimeText } from "../date-text.ts";
import { buildNumberText } from "../number-text.ts";
import { findWebAddress } from "../web-address.ts";
import { AdminBox, type Viewing } from "./admin-box.tsx";
import { FailedAddresses } from "./failed-addresses.tsx";
import { FailureList } from "./failure-list.tsx";
import { LiveNotice } from "./live-notice.tsx";
import { RunsTable } from "./runs-table.tsx";
import { SourceActions } from "./source-actions.tsx";
import { SourceHints } from "./source-hints.tsx";
import { nameSource } from "./source-row.tsx";
import { StateBadge } from "./state-badge.tsx";

interface Props {
  readonly detail: SourceDetail;
  readonly viewing: Viewing;
  /** Whether the crawler does not ask its hosts before GONGKAI_CONTACT is set. */
  readonly lacksContact: boolean;
}

/** One source: what it is, its crawls, the hosts that wait and why, and the addresses that gave nothing. */
export function SourcePage({ detail, viewing, lacksContact }: Props) {
  const { source, runs, hosts, failed } = detail;
  return (
    <div class="sources-page source-page" data-live="source" data-state={source.state}>
      <p>
        <a href="/sources">‹ 全部来源</a>
      </p>
      <div class="source-head">
        <h1>{nameSource(source)}</h1>
        <span data-part="badge">
          <StateBadge state={source.state} />
        </span>
        <span class="source-now" data-now={source.id} />
        <div data-part="actions">
          {viewing.admin && <SourceActions source={source} back={viewing.back} />}
        </div>
      </div>
      <AdminBox {...viewing} />
      <LiveNotice />
      {lacksContact && (
        <p class="notice">
          未设置 <code>GONGKAI_CONTACT</code>：设置并重新启动之前不会访问这个来源。
        </p>
      )}
      <SourceFacts source={source} />
      <WaitingHosts hosts={hosts} />
      <section data-part="failures">
        <h2>失败与后续</h2>
        <FailureList failures={source.failures} />
        <SourceHints hints={source.hints} />
        <FailedAddresses failed={failed} />
      </section>
      <section data-part="runs">
        <h2>抓取记录</h2>
        <RunsTable runs={runs} />
      </section>
    </div>
  );
}

function SourceFacts({ source }: { readonly source: SourceState }) {
  const { addresses, next } = source;
  const rows: readonly (readonly [string, unknown])[] = [
    ["地区", source.region.map(({ name }) => name).join(" › ") || "未知"],
    ["入口", <SourceEntry entry={source.entry} />],
    ["读取方式", `${kindWords[source.kind]}，${renderWords[source.render]}`],
    ["计划", <code>{source.schedule}</code>],
    ["下次抓取", `${next.at === null ? "" : `${buildTimeText(next.at)}，`}${next.words}`],
    ["年报", `${buildNumberText(source.reports)} 份，待读取 ${buildNumberText(source.pending)}`],
    [
      "地址",
      `已取得 ${buildNumberText(addresses.done)}，待访问 ${buildNumberText(addresses.due)}，放弃 ${buildNumberText(addresses.failed)}`,
    ],
    ...(source.notes === "" ? [] : [["备注", source.notes] as const]),
  ];
  return (
    <dl class="source-facts" data-part="facts">
      {rows.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const kindWords = { portal: "网站首页", column: "年报栏目", pattern: "按规律计算地址" } as const;
const renderWords = { http: "直接读取", browser: "由浏览器打开" } as const;

function SourceEntry({ entry }: { readonly entry: string }) {
  const address = entry.includes("{") ? null : findWebAddress(entry);
  if (address === null) return <code>{entry}</code>;
  return (
    <a href={address.href} rel="noreferrer nofollow">
      {entry}
    </a>
  );
}

function WaitingHosts({ hosts }: { readonly hosts: readonly WaitingHost[] }) {
  return (
    <section data-part="hosts" hidden={hosts.length === 0}>
      <h2>暂不访问的网站</h2>
      <ul class="waiting-hosts">
        {hosts.map((host) => (
          <li>
            <code>{host.name}</code> {explainHost(host)}
            {host.reason !== null && (
              <span class="source-note" lang="en">
                {host.reason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function explainHost({ state, readyAt, failures }: WaitingHost): string {
  const until = readyAt === null ? "待人工查看" : `${buildTimeText(readyAt)} 后再试`;
  if (state === "challenged") return `要求人工验证，已停止访问；${until}`;
  if (state === "lost") return `域名已失效或被转让，已停止访问；${until}`;
  return `连续失败 ${failures} 次；${until}`;
}
