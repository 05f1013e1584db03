import type { SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { MarkedText } from "../marked-text.tsx";
import { buildSearchAddress } from "./search-address.ts";

type Problem = SearchResult["problems"][number];

interface Props {
  readonly query: SearchQuery;
  readonly result: Pick<SearchResult, "understood" | "problems">;
}

/** How the query was understood, each part with a link that takes it away, and what in it could not be read. */
export function QueryChips({ query, result }: Props) {
  const { understood: chips, problems } = result;
  if (problems.length === 0 && chips.every(({ kind }) => kind === "words")) return null;
  return (
    <div class="query-chips">
      {problems.length > 0 && <Problems q={query.q} problems={problems} />}
      {chips.length > 0 && (
        <ul class="chips" aria-label="检索词的读法" hx-boost="true">
          {chips.map(({ label, kind, without }) => (
            <li>
              <a
                class={`chip chip-${kind}`}
                href={buildSearchAddress({ ...query, q: without, page: 1 })}
                aria-label={`去掉 ${label}`}
              >
                {label}
                <span class="chip-cross" aria-hidden="true">
                  ×
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Problems(props: { readonly q: string; readonly problems: readonly Problem[] }) {
  return (
    <ul class="query-problems" aria-label="没有读懂的地方">
      {props.problems.map((problem) => (
        <li>
          {problem.message}
          {problem.end > problem.start && (
            <q class="query-place">
              <Place q={props.q} span={problem} />
            </q>
          )}
        </li>
      ))}
      <li>
        其余的照常检索。<a href="/help">检索语法</a>
      </li>
    </ul>
  );
}

const shownAround = 12;

/** The place in the query, marked, with a little of what stands around it. */
function Place({ q, span }: { readonly q: string; readonly span: Pick<Problem, "start" | "end"> }) {
  const start = Math.max(0, span.start - shownAround);
  const end = Math.min(q.length, span.end + shownAround);
  const mark = { start: span.start - start, end: span.end - start };
  return (
    <>
      {start > 0 && "…"}
      <MarkedText text={q.slice(start, end)} marks={[mark]} />
      {end < q.length && "…"}
    </>
  );
}
