import type { Engine } from "./engine/engine.ts";
import type { FactColumns } from "./facts/fact-columns.ts";
import type { PhraseChecker } from "./strict/phrase-checker.ts";
import type { Language } from "./planner.ts";

/** Other words for a query. */
interface Proposed {
  readonly from: string;
  readonly to: string;
  readonly query: string;
}

/**
 * What was probably meant, the best first, of which no more is looked for than is taken; `unknown` are the words that no
 * section holds.
 */
export type Correct = (
  query: string,
  hints: { readonly unknown: readonly string[] },
) => Iterable<Proposed> | AsyncIterable<Proposed>;

/** What a search works with. */
export interface SearchParts {
  readonly engine: Pick<Engine, "multiSearch" | "search">;
  readonly language: Language;
  readonly phrases: PhraseChecker;
  /** The numbers of all reports. */
  readonly readFacts: () => Promise<FactColumns>;
  readonly correct: Correct;
}
