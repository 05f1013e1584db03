/**
 * A correction of what was typed: `query` is the whole query with the stretch `from` replaced by `to`. `from` is as
 * typed; `to` has simplified characters.
 */
export interface CorrectedQuery {
  readonly from: string;
  readonly to: string;
  readonly query: string;
}

/** What the search knows of a query: the words of it that no section holds, none where each is held by some. */
export interface CorrectionHints {
  readonly unknown: readonly string[];
}

/** Proposes corrections of a query, best first, at most three; none where nothing known is like it. */
export type Corrector = (query: string, hints: CorrectionHints) => readonly CorrectedQuery[];
