import type { Span } from "../language/parsed-query.ts";
import { overlaps } from "./proposal.ts";

/**
 * The stretches of a query that no section holds. Where none is known every stretch is suspected, and `areKnown` is
 * false.
 */
export interface Suspects {
  readonly areKnown: boolean;
  readonly overlap: (span: Span) => boolean;
  /** Whether a suspect would still stand there if the stretch were replaced. */
  readonly remain: (span: Span, to: string) => boolean;
}

/** Finds the words, which are as `plain` is, in the query as it is compared. */
export function findSuspects(words: readonly string[], plain: string): Suspects {
  const found = words.flatMap((word) => listOccurrences(word, plain));
  return {
    areKnown: found.length > 0,
    overlap: (span) => found.length === 0 || found.some((suspect) => overlaps(suspect, span)),
    remain: (span, to) => {
      const inside = found.filter(({ start, end }) => span.start <= start && end <= span.end);
      return (
        inside.length > 0 && inside.every(({ start, end }) => to.includes(plain.slice(start, end)))
      );
    },
  };
}

function listOccurrences(word: string, plain: string): readonly Span[] {
  const found: Span[] = [];
  if (word.trim() === "") return found;
  for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + 1))
    found.push({ start: at, end: at + word.length });
  return found;
}
