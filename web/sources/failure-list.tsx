import type { FailureCount } from "../../corpus/source-state.ts";
import { buildNumberText } from "../number-text.ts";
import { nextStepWords } from "./crawl-words.ts";

/** Failures by cause, each with what comes next. */
export function FailureList({ failures }: { readonly failures: readonly FailureCount[] }) {
  if (failures.length === 0) return <span class="muted">无</span>;
  return (
    <ul class="failure-list">
      {failures.map(({ words, count, next }) => (
        <li class={`next-${next}`}>
          {words} <b>{buildNumberText(count)}</b>
          <span class="source-note">{nextStepWords[next]}</span>
        </li>
      ))}
    </ul>
  );
}
