import { readFileSync } from "node:fs";
import nodejieba from "nodejieba";
import { z } from "zod";
import type { CorrectedQuery, Corrector } from "./corrected-query.ts";
import { SpelledWords } from "./spelled-words.ts";

/** Where nodejieba keeps its dictionary, which its types do not know. */
const placeSchema = z.object({ DEFAULT_DICT: z.string() });

/**
 * A corrector that, where another knows nothing, takes a query of Latin letters alone for the pinyin of any word in the
 * segmenter's dictionary. That is read at the first such query (about a second), since few are.
 */
export function openSpelledWords(correct: Corrector): Corrector {
  let words: SpelledWords | null = null;
  return (query, hints) => {
    const found = correct(query, hints);
    const from = query.trim();
    if (found.length > 0 || !/^[A-Za-zü'’ ]{4,30}$/.test(from)) return found;
    words ??= new SpelledWords(
      readFileSync(placeSchema.parse(nodejieba).DEFAULT_DICT, "utf8").split("\n"),
    );
    return words.find(from).map((to): CorrectedQuery => ({ from, to, query: to }));
  };
}
