import { maxReachableHits, type SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { buildNumberText } from "../number-text.ts";
import { findSearchedWords } from "./find-searched-words.ts";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** How much was found, never more exactly than it is known. */
export function ResultSummary({ query, result }: Props) {
  const { correction } = result;
  return (
    <div class="result-summary">
      <p id="result-summary" class="result-total">
        {correction?.applied === true && (
          <span class="visually-hidden">已改为检索“{correction.to}”，</span>
        )}
        {describeTotal(result)}
      </p>
      {result.relaxed && (
        <p class="notice">
          没有哪个章节含有“{findSearchedWords(query.q, result)}
          ”的全部词语。{describeRelaxed(result)}
        </p>
      )}
      {result.total > maxReachableHits && (
        <p class="muted">最多翻看前 {buildNumberText(maxReachableHits)} 条；请加上筛选再看其余。</p>
      )}
    </div>
  );
}

/** What is listed instead: the same in other words, or a part of what was asked for. */
function describeRelaxed({ hits }: SearchResult): string {
  const isSame = hits.every(({ missing, instead }) =>
    missing.every((word) => instead.some(({ from }) => from === word)),
  );
  if (!isSame) return "下面列出的只含其中一部分，含得多的在前。";
  const said = hits.flatMap(({ instead }) => instead.map(({ from, to }) => `${from} → ${to}`));
  return `下面列出的用了相近的说法：${[...new Set(said)].join("，")}。`;
}

/** Relaxed hits are not counted. */
function describeTotal({ total, exact, relaxed }: SearchResult): string {
  if (relaxed) return "部分相符的章节";
  return `找到 ${exact ? "" : "约 "}${buildNumberText(total)} 个章节`;
}
