import type { Span, TextNode } from "./parsed-query.ts";
import type { TypedPart } from "./typed-token.ts";

/**
 * The texts that say that these do not all hold: `-(a OR b)` is neither, `-(a b)` not both. `span` is that of the
 * whole, with its minus.
 */
export function excludeTexts(texts: readonly TextNode[], span: Span): readonly TextNode[] {
  const [first, ...others] = texts.map((node) => excludeNode(node));
  if (first === undefined) return [];
  return others.length === 0 ? first : [{ kind: "any", options: [first, ...others], span }];
}

function excludeNode(node: TextNode): readonly TextNode[] {
  if (node.kind !== "any") return [{ ...node, excluded: !node.excluded }];
  return node.options.flatMap((option) => excludeTexts(option, node.span));
}

/** The part with its span where it is only one thing, so that taking it away takes its brackets and minus too. */
export function widenPart(part: TypedPart, span: Span): TypedPart {
  const { text, filters, conditions } = part;
  if (text.length + filters.length + conditions.length !== 1) return { ...part, span };
  const widen = <T extends { readonly span: Span }>(one: T): T => ({ ...one, span });
  return {
    text: text.map(widen),
    filters: filters.map(widen),
    conditions: conditions.map(widen),
    span,
  };
}
