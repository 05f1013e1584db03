import { knownFacts } from "../../corpus/forms/known-facts.ts";
import { readFactSort, type SearchQuery } from "../../search/query.ts";
import type { Hit, SearchResult } from "../../search/search-result.ts";
import { findSearchedWords } from "./find-searched-words.ts";
import { HitCard } from "./hit-card.tsx";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** The hits of a page, numbered through; those that hold only some of the words come behind a line that says so. */
export function HitList({ query, result }: Props) {
  const first = (query.page - 1) * query.size + 1;
  const strict = result.hits.filter((hit) => !hit.relaxed);
  const relaxed = result.hits.filter((hit) => hit.relaxed);
  return (
    <>
      <Hits hits={strict} first={first} query={query} result={result} />
      {relaxed.length > 0 && !result.relaxed && (
        <p id="relaxed-divider" class="relaxed-divider">
          以下只含部分词语
        </p>
      )}
      <Hits hits={relaxed} first={first + strict.length} query={query} result={result} />
    </>
  );
}

function Hits(props: Props & { readonly hits: readonly Hit[]; readonly first: number }) {
  const { hits, first, query, result } = props;
  if (hits.length === 0) return null;
  const words = findSearchedWords(query.q, result);
  const fact = knownFacts.get(readFactSort(query.sort)?.fact ?? "") ?? null;
  return (
    <ol class="hits" start={first}>
      {hits.map((hit) => (
        <li>
          <HitCard hit={hit} words={words} fact={fact} />
        </li>
      ))}
    </ol>
  );
}
