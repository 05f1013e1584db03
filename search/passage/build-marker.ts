import { buildHighlighter, mergeMarks, type Highlighter, type Match } from "./highlight.ts";
import { buildOtherHighlighter, findWithOthers, listOtherWords } from "../relaxed/other-words.ts";
import { listMarkedTerms } from "./marked-terms.ts";
import { type Language, planQuery } from "../planner.ts";
import type { Marker } from "../search-result.ts";
import { findPassage } from "./snippet.ts";
import { listPieces } from "../relaxed/split-term.ts";

/**
 * Builds what marks the words of a query in the texts of one report, as its hits mark them: those of the strict
 * search; for each that the report lacks, other words for the same or, without such, its parts.
 */
export function buildMarker(query: string, texts: readonly string[], language: Language): Marker {
  const { simplify } = language;
  const terms = listMarkedTerms(planQuery(query, language));
  const strict = buildHighlighter(terms, simplify);
  const words = listOtherWords(terms);
  const others = { others: words, highlight: buildOtherHighlighter(words, simplify) };
  const findSpare = (text: string) => findWithOthers(text, strict(text), others);
  const held = listTerms(texts, strict);
  if (held.size === terms.length) return markWith(strict, findSpare);
  const kept = listTerms(texts, findSpare);
  const lacking = terms.filter((_, at) => !kept.has(at));
  const said = words.filter(({ term }) => !held.has(term)).map(({ word }) => ({ pieces: [word] }));
  const parts = lacking.flatMap(listPieces).map((word) => ({ pieces: [word] }));
  return markWith(buildHighlighter([...terms, ...said, ...parts], simplify));
}

/** The terms that stand in any of the texts. */
function listTerms(
  texts: readonly string[],
  find: (text: string) => readonly Match[],
): ReadonlySet<number> {
  return new Set(texts.flatMap((text) => find(text).map(({ term }) => term)));
}

/** `find` chooses the passage; what it finds beside the marks is not marked. */
function markWith(highlight: Highlighter, find: Highlighter = highlight): Marker {
  return {
    findMarks: (text) => mergeMarks(highlight(text)),
    findPassage: (text) => {
      const matches = find(text);
      return matches.length === 0 ? null : findPassage(text, matches);
    },
  };
}
