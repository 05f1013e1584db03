import { buildHighlighter, type Highlighter, type Match } from "../passage/highlight.ts";
import type { QueryTerm } from "../query-terms.ts";
import { listPieces } from "./split-term.ts";
import { findSynonyms } from "./synonyms.ts";

/** An expression that says the same as a term of a query, which is given by its index. */
export interface OtherWord {
  readonly term: number;
  readonly word: string;
}

/** What is said for the terms in other words, the best first for each; nothing for what must stand as it was typed. */
export function listOtherWords(
  terms: readonly Pick<QueryTerm, "pieces" | "quoted">[],
): readonly OtherWord[] {
  return terms.flatMap(({ pieces, quoted }, term) =>
    quoted ? [] : findSynonyms(pieces.join("")).map((word) => ({ term, word })),
  );
}

/** The words of terms that are nowhere as a whole. */
export function listParts(
  terms: readonly Pick<QueryTerm, "pieces">[],
  missing: readonly number[],
): readonly OtherWord[] {
  return missing.flatMap((term) =>
    listPieces(terms[term] ?? { pieces: [] }).map((word) => ({ term, word })),
  );
}

/** Finds other words in texts; its matches have the index of the word. */
export function buildOtherHighlighter(
  others: readonly OtherWord[],
  simplify: (text: string) => string,
): Highlighter {
  return buildHighlighter(
    others.map(({ word }) => ({ pieces: [word] })),
    simplify,
  );
}

/** The matches of the terms, and for terms that have none in the text those of other words. */
export function findWithOthers(
  text: string,
  matches: readonly Match[],
  { others, highlight }: { readonly others: readonly OtherWord[]; readonly highlight: Highlighter },
): readonly Match[] {
  const own = new Set(matches.map(({ term }) => term));
  if (others.every(({ term }) => own.has(term))) return matches;
  const further = highlight(text).flatMap((match): readonly Match[] => {
    const term = others[match.term]?.term;
    const isFree = !matches.some(({ start, end }) => start < match.end && match.start < end);
    return term === undefined || own.has(term) || !isFree ? [] : [{ ...match, term }];
  });
  return [...matches, ...further].toSorted((a, b) => a.start - b.start);
}
