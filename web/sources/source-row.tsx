import type { SourceState } from "../../corpus/source-state.ts";
import { buildTimeText } from "../date-text.ts";
import { buildNumberText } from "../number-text.ts";
import type { Viewing } from "./admin-box.tsx";
import { FailureList } from "./failure-list.tsx";
import { buildRunText, runStateWords } from "./crawl-words.ts";
import { SourceActions } from "./source-actions.tsx";
import { buildSourceAddress } from "./sources-query.ts";
import { SourceHints } from "./source-hints.tsx";
import { StateBadge } from "./state-badge.tsx";

interface Props {
  readonly source: SourceState;
  readonly viewing: Viewing;
}

/** One source as a row: a script renews it while a crawl goes on, and writes the last address into `data-now`. */
export function SourceRow({ source, viewing }: Props) {
  const { id, state, next, reports, pending } = source;
  return (
    <tr id={`source-${id}`} data-source={id} data-state={state}>
      <th scope="row">
        <a href={buildSourceAddress(id)}>{nameSource(source)}</a>
        <SourceOrigin source={source} />
      </th>
      <td data-label="状态">
        <StateBadge state={state} />
        <span class="source-now" data-now={id} />
      </td>
      <td data-label="上次抓取">
        <LastRun source={source} />
      </td>
      <td data-label="下次抓取">
        {next.at !== null && <span class="source-time">{buildTimeText(next.at)}</span>}
        <span class="source-note">{next.words}</span>
      </td>
      <td data-label="年报" class="source-number">
        {buildNumberText(reports)}
        {pending > 0 && <span class="source-note">待读取 {buildNumberText(pending)}</span>}
      </td>
      <td data-label="失败">
        <FailureList failures={source.failures} />
        <SourceHints hints={source.hints} />
      </td>
      {viewing.admin && (
        <td data-label="操作">
          <SourceActions source={source} back={viewing.back} />
        </td>
      )}
    </tr>
  );
}

/** The body whose reports are expected, else the place. */
export function nameSource({ agency, region, id }: SourceState): string {
  return agency ?? region.at(-1)?.name ?? id;
}

const originWords = { list: "名单", added: "添加", demo: "示例" } as const;

function SourceOrigin({ source }: { readonly source: SourceState }) {
  const { id, region, origin, schedule } = source;
  const parents = region.map(({ name }) => name).join(" › ");
  return (
    <span class="source-note">
      {parents !== "" && `${parents} · `}
      <code>{id}</code> · {originWords[origin]} · <code>{schedule}</code>
    </span>
  );
}

function LastRun({ source: { lastRun } }: { readonly source: SourceState }) {
  if (lastRun === null) return <span class="muted">从未</span>;
  return (
    <>
      <span class="source-time">
        {buildTimeText(lastRun.endedAt ?? lastRun.startedAt)} {runStateWords[lastRun.state]}
      </span>
      <span class="source-note">{buildRunText(lastRun)}</span>
    </>
  );
}
