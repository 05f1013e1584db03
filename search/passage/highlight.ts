import { foldText, type FoldedText } from "../words/fold-text.ts";
import { buildMarkPattern, type MarkPattern } from "./mark-pattern.ts";
import type { QueryTerm } from "../query-terms.ts";
import type { Mark } from "../search-result.ts";

/** A place where a term stands, with the index of the term among those given. */
export interface Match extends Mark {
  readonly term: number;
}

/** Finds terms in texts as printed; matches do not overlap and come in the order of the text. */
export type Highlighter = (text: string) => readonly Match[];

/** Enough for any passage; a text of nothing but the term stops here. */
const maxMatches = 2000;

/**
 * Builds a highlighter. The longest term goes first, so 行政处罚 is not taken apart by 处罚; width, case and
 * traditional characters make no difference; a number is marked as a whole, and within a longer one
 * (12 in 12.5) only where it stands nowhere else. A term without
 * a letter or a digit marks nothing. Texts are never changed.
 */
export function buildHighlighter(
  terms: readonly Pick<QueryTerm, "pieces">[],
  simplify: (text: string) => string,
): Highlighter {
  const patterns = terms
    .map(({ pieces }, term) => ({
      term,
      folded: foldText(pieces.join(""), simplify).folded.trim(),
    }))
    .filter(({ folded }) => /[\p{L}\p{Nd}]/u.test(folded))
    .sort((a, b) => b.folded.length - a.folded.length)
    .map(({ term, folded }) => ({ term, ...buildMarkPattern(folded) }));
  return (text) => {
    if (patterns.length === 0 || text === "") return [];
    const matches = findMatches(
      foldText(text, (same) => same),
      patterns,
    );
    return matches.length > 0 ? matches : findMatches(foldText(text, simplify), patterns);
  };
}

interface TermPattern extends MarkPattern {
  readonly term: number;
}

/** Traditional characters are looked for only where nothing matches: converting every text would cost the most. */
function findMatches(
  { folded, readOffset }: FoldedText,
  patterns: readonly TermPattern[],
): readonly Match[] {
  const found: Match[] = [];
  const taken = new Uint8Array(folded.length);
  for (const { term, whole, loose } of patterns) {
    for (const { start, end } of findSpans(folded, whole, loose)) {
      if (found.length >= maxMatches) break;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ start: readOffset(start), end: readOffset(end), term });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function findSpans(folded: string, whole: RegExp, loose: RegExp): readonly Mark[] {
  const spans = readSpans(folded, whole);
  return spans.length > 0 ? spans : readSpans(folded, loose);
}

function readSpans(folded: string, pattern: RegExp): readonly Mark[] {
  const spans: Mark[] = [];
  for (const match of folded.matchAll(pattern)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length >= maxMatches) break;
  }
  return spans;
}

/** Marks to show: those that touch become one. */
export function mergeMarks(matches: readonly Mark[]): readonly Mark[] {
  const merged: Mark[] = [];
  for (const { start, end } of matches) {
    const before = merged.at(-1);
    if (before !== undefined && start <= before.end) {
      merged[merged.length - 1] = { start: before.start, end: Math.max(before.end, end) };
    } else if (end > start) merged.push({ start, end });
  }
  return merged;
}
