import type { QueryProblem, Span, TextNode } from "./language/parsed-query.ts";

/** What of a query was more than is asked for. */
export interface LeftOut {
  readonly alternatives: boolean;
  readonly wanted: boolean;
  readonly excluded: boolean;
}

/** How much is asked for at most. */
export interface QueryLimits {
  readonly terms: number;
  readonly excluded: number;
  readonly alternatives: number;
}

/** Tells what of a query was left out, and where it stands: nothing is dropped without a word. */
export function describeLeftOut(
  nodes: readonly TextNode[],
  left: LeftOut,
  limits: QueryLimits,
): readonly QueryProblem[] {
  const choices = nodes.filter(({ kind }) => kind === "any");
  const texts = nodes.filter((node) => node.kind !== "any");
  const tell = (among: readonly TextNode[], message: string) => {
    const span = spanAll(among.length > 0 ? among : nodes);
    return span === null ? [] : [{ message, span }];
  };
  return [
    ...(left.alternatives
      ? tell(choices, `“或”的组合最多 ${limits.alternatives} 种，其余没有检索；请分几次检索。`)
      : []),
    ...(left.excluded
      ? tell(
          texts.filter(({ excluded }) => excluded).slice(limits.excluded),
          `最多排除 ${limits.excluded} 个词，后面的没有排除。`,
        )
      : []),
    ...(left.wanted
      ? tell(
          texts.filter(({ excluded }) => !excluded),
          `最多同时检索 ${limits.terms} 个词，后面的没有检索。`,
        )
      : []),
  ];
}

function spanAll(nodes: readonly { readonly span: Span }[]): Span | null {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : null;
}
