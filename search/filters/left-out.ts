import type { QueryProblem, Span, TextNode, TypedText } from "../language/parsed-query.ts";

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

/** A query that was cut off, and which of its texts are asked for nonetheless. */
export interface CutQuery {
  readonly nodes: readonly TextNode[];
  readonly left: LeftOut;
  readonly isUsed: (text: TypedText) => boolean;
}

/** Tells what of a query was left out, and where it stands: nothing is dropped without a word. */
export function describeLeftOut(
  { nodes, left, isUsed }: CutQuery,
  limits: QueryLimits,
): readonly QueryProblem[] {
  const choices = nodes.filter(({ kind }) => kind === "any");
  const texts = nodes.filter((node) => node.kind !== "any");
  const tell = (among: readonly TypedText[], otherwise: readonly TextNode[], message: string) => {
    const unused = among.filter((text) => !isUsed(text));
    const span = spanAll([unused, otherwise, nodes].find((list) => list.length > 0) ?? []);
    return span === null ? [] : [{ message, span }];
  };
  const message = {
    alternatives: `“或”的组合最多 ${limits.alternatives} 种，其余没有检索；请分几次检索。`,
    excluded: `最多排除 ${limits.excluded} 个词，后面的没有排除。`,
    wanted: `最多同时检索 ${limits.terms} 个词，后面的没有检索。`,
  };
  const excluded = texts.filter((text) => text.excluded);
  const wanted = texts.filter((text) => !text.excluded);
  return [
    ...(left.alternatives ? tell(listTexts(choices), choices, message.alternatives) : []),
    ...(left.excluded ? tell(excluded, excluded, message.excluded) : []),
    ...(left.wanted ? tell(wanted, wanted, message.wanted) : []),
  ];
}

/** The nodes without what is not asked for. */
export function listUsedNodes(
  nodes: readonly TextNode[],
  isUsed: CutQuery["isUsed"],
): readonly TextNode[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "any") return isUsed(node) ? [node] : [];
    const options = node.options.filter((option) => listTexts(option).some(isUsed));
    const [[only, ...others] = [], ...further] = options;
    if (only === undefined) return [];
    const isOne = others.length + further.length === 0;
    return [isOne ? { ...only, span: node.span } : { ...node, options }];
  });
}

function listTexts(nodes: readonly TextNode[]): readonly TypedText[] {
  return nodes.flatMap((node) => (node.kind === "any" ? node.options.flatMap(listTexts) : [node]));
}

function spanAll(nodes: readonly { readonly span: Span }[]): Span | null {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : null;
}
