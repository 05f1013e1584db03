import { isUnsure } from "./counted-parts.ts";
import type { PhraseChecker } from "./phrase-checker.ts";
import { buildEngineWords, isWhole } from "../planner.ts";
import type { Conjunction, QueryTerm } from "../query-terms.ts";
import type { Asking } from "./strict-questions.ts";

type FindMistakes = (terms: Conjunction) => ReturnType<PhraseChecker["findMistakes"]>;

/**
 * A set of terms as it must be asked to give neither more nor less than what holds it: without the sections that only
 * seem to hold a phrase, and together with those that are left out because they seem to hold an excluded one. Null
 * where these are not known.
 */
export async function checkAsking(
  asking: Asking,
  findMistakes: FindMistakes,
): Promise<readonly Asking[] | null> {
  const { terms } = asking;
  if (terms === null) return [asking];
  const [excluded, ...others] = terms.excluded.filter(isUnsure);
  if (excluded !== undefined)
    return others.length === 0 ? addStrays({ asking, terms, excluded }, findMistakes) : null;
  if (!terms.wanted.some(isUnsure)) return [asking];
  const mistakes = await findMistakes(terms);
  return mistakes && [{ ...asking, mistakes }];
}

interface Excluding {
  readonly asking: Asking;
  readonly terms: Conjunction;
  /** The phrase of which the engine is not sure. */
  readonly excluded: QueryTerm;
}

/** The engine does not give what it leaves out: that is asked for with the phrase wanted instead. */
async function addStrays(
  { asking, terms, excluded }: Excluding,
  findMistakes: FindMistakes,
): Promise<readonly Asking[] | null> {
  const rest = { ...terms, excluded: terms.excluded.filter((term) => term !== excluded) };
  const seeming = { ...rest, wanted: [...terms.wanted, excluded] };
  if (terms.wanted.some(isUnsure) || !isWhole(seeming)) return null;
  const strays = await findMistakes(seeming);
  if (strays === null) return null;
  return strays.length === 0
    ? [asking]
    : [asking, { ...asking, words: buildEngineWords(rest), only: strays }];
}
