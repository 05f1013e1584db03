import { buildHighlighter, mergeMarks, type Highlighter } from "./highlight.ts";
import type { Language } from "./planner.ts";
import { listWanted, planQuery } from "./planner.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { Marker } from "./search-result.ts";
import { findPassage } from "./snippet.ts";

/**
 * Builds what marks the words of a query in the texts of one report, as its hits mark them: those of the strict
 * search where the report holds every one of them, else those of the relaxed one.
 */
export function buildMarker(query: string, texts: readonly string[], language: Language): Marker {
  const terms = listWanted(planQuery(query, language));
  const strict = buildHighlighter(terms, language.simplify);
  const found = new Set(texts.flatMap((text) => strict(text).map(({ term }) => term)));
  if (found.size === terms.length) return markWith(strict);
  const missing = terms.filter((_, at) => !found.has(at));
  return markWith(buildHighlighter([...terms, ...listPieces(missing)], language.simplify));
}

/** A phrase that the report does not hold is found by its words. */
function listPieces(terms: readonly QueryTerm[]): readonly Pick<QueryTerm, "pieces">[] {
  const words = terms
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => /[\p{L}\p{Nd}]/u.test(piece));
  return words.map((word) => ({ pieces: [word] }));
}

function markWith(highlight: Highlighter): Marker {
  return {
    findMarks: (text) => mergeMarks(highlight(text)),
    findPassage: (text) => {
      const matches = highlight(text);
      return matches.length === 0 ? null : findPassage(text, matches);
    },
  };
}
