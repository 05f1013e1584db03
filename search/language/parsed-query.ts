import type { FactCondition } from "../facts/fact-condition.ts";
import type { FacetKey } from "../facets.ts";

/** A stretch of the query as typed: UTF-16 offsets, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of one run as typed, or a phrase between quotation marks, kept with its punctuation. */
export interface TypedText {
  readonly kind: "words" | "phrase";
  readonly text: string;
  readonly excluded: boolean;
  readonly span: Span;
}

/** Any of several: each option is a sequence that must hold together, and is never empty. */
export interface TypedChoice {
  readonly kind: "any";
  readonly options: readonly (readonly TextNode[])[];
  readonly span: Span;
}

/** What must stand in a text, or must not. */
export type TextNode = TypedText | TypedChoice;

export type FilterKey = FacetKey | "agency";

/**
 * A filter as typed. `values` are as a SearchQuery has them (codes of regions, years, kinds), any of which may hold;
 * for `agency` they are parts of names. A single range of years has no values but `from`, `to` or both, included.
 * `label` is what readers see (`年份：2019–2021`).
 */
export interface TypedFilter {
  readonly key: FilterKey;
  readonly values: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly excluded: boolean;
  readonly label: string;
  readonly span: Span;
}

/** What a number of the report must be, as typed. `label` is what readers see. */
export interface TypedCondition extends FactCondition {
  readonly label: string;
  readonly span: Span;
}

/** What could not be read, in a sentence with what to write instead. */
export interface QueryProblem {
  readonly message: string;
  readonly span: Span;
}

/** A query as understood: everything in the first three must hold. */
export interface ParsedQuery {
  readonly text: readonly TextNode[];
  readonly filters: readonly TypedFilter[];
  readonly conditions: readonly TypedCondition[];
  readonly problems: readonly QueryProblem[];
}
