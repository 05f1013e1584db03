import type { SourceHint } from "../../corpus/source-hint.ts";

/** What is odd about a source though nothing failed. */
export function SourceHints({ hints }: { readonly hints: readonly SourceHint[] }) {
  return (
    <>
      {hints.map(({ words }) => (
        <span class="source-note source-hint">留意：{words}</span>
      ))}
    </>
  );
}
