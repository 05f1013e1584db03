import type { Run } from "../../corpus/run.ts";
import { buildTimeText } from "../date-text.ts";
import { buildNumberText } from "../number-text.ts";
import { runCauseWords, runStateWords } from "./crawl-words.ts";

const columns = ["开始", "结束", "起因", "结果", "访问", "失败", "新地址", "新内容"];

/** The last crawls of a source. */
export function RunsTable({ runs }: { readonly runs: readonly Run[] }) {
  if (runs.length === 0) return <p class="muted">还没有抓取过。</p>;
  return (
    <div class="sources-scroll" tabindex={0} role="region" aria-label="抓取记录">
      <table class="sources-table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunRow({ run }: { readonly run: Run }) {
  const cells = [
    run.endedAt === null ? "-" : buildTimeText(run.endedAt),
    runCauseWords[run.cause],
    runStateWords[run.state],
    ...[run.visits, run.failures, run.found, run.contents].map(buildNumberText),
  ];
  return (
    <tr>
      <th scope="row">{buildTimeText(run.startedAt)}</th>
      {cells.map((cell, at) => (
        <td data-label={columns[at + 1]}>{cell}</td>
      ))}
    </tr>
  );
}
