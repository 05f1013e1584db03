import type { QueryProblem, Span, TextNode, TypedCondition, TypedFilter } from "./parsed-query.ts";

/** What a stretch of a query asks for: all of it must hold. Empty where it could not be read. */
export interface TypedPart {
  readonly text: readonly TextNode[];
  readonly filters: readonly TypedFilter[];
  readonly conditions: readonly TypedCondition[];
  readonly span: Span;
}

/** A problem whose message may go on with advice that takes a while to find, so that only those shown find it. */
export interface FoundProblem extends QueryProblem {
  readonly advise?: () => string;
}

/** A mark of the grammar, or a part that is read by itself, with what was wrong in it. */
export type TypedToken =
  | { readonly kind: "open" | "close" | "or" | "minus"; readonly span: Span }
  | {
      readonly kind: "part";
      readonly part: TypedPart;
      readonly problems: readonly FoundProblem[];
      readonly span: Span;
    };

/** A token of a part with nothing else in it than what is given. */
export function buildPartToken(
  span: Span,
  found: Partial<Omit<TypedPart, "span">>,
  problems: readonly FoundProblem[] = [],
): TypedToken {
  return {
    kind: "part",
    part: { text: [], filters: [], conditions: [], ...found, span },
    problems,
    span,
  };
}
