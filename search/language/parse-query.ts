import { foldQuery } from "./fold-query.ts";
import type { ParsedQuery, QueryProblem } from "./parsed-query.ts";
import type { QueryNames } from "./query-names.ts";
import { QueryReader } from "./query-reader.ts";
import { tokenizeQuery } from "./tokenize-query.ts";
import type { FoundProblem } from "./typed-token.ts";

/** More than these are not told: nobody reads them. */
const mostProblems = 20;
/** Advice is looked for in long lists. */
const mostAdvised = 5;

/**
 * Reads a query: words, "phrases", exclusions, choices, groups, filters and conditions on numbers, as
 * `syntax-rows.ts` explains. Every text is a query: what cannot be read is a problem, and the rest holds.
 * Spans of what stands side by side in the result do not overlap.
 */
export function parseQuery(query: string, names: QueryNames): ParsedQuery {
  const tokens = tokenizeQuery({ query, folded: foldQuery(query), names });
  const { part, problems } = new QueryReader(tokens).read();
  const { text, filters, conditions } = part;
  const isNothing = text.length + filters.length + conditions.length + problems.length === 0;
  const found = isNothing ? findNothing(query) : problems;
  const sorted = found.toSorted((a, b) => a.span.start - b.span.start);
  return { text, filters, conditions, problems: sorted.slice(0, mostProblems).map(tellProblem) };
}

/** A blank asks for everything; marks alone (`-`, `“”`, 😀) do so too, which nobody expects. */
function findNothing(query: string): readonly FoundProblem[] {
  const start = query.search(/\S/u);
  if (start === -1) return [];
  const message = "这里没有可以检索的字、字母或数字，列出的是全部章节；请写上要找的词。";
  return [{ message, span: { start, end: query.trimEnd().length } }];
}

function tellProblem({ message, span, advise }: FoundProblem, index: number): QueryProblem {
  const advice = index < mostAdvised && advise ? advise() : "";
  return { message: `${message}${advice}`, span };
}
