import type { Span } from "../language/parsed-query.ts";
import { longestName, type KnownNames } from "./known-names.ts";

/** A run of Chinese characters of a query: `start` is where it begins, `isWord` that nothing else is in its word. */
export interface HanRun {
  readonly text: string;
  readonly typed: string;
  readonly start: number;
  readonly isWord: boolean;
}

/** A stretch of a run, offsets from its beginning. */
export type RunWindow = Span;

/** What of a run may be wrong. */
export interface RunDoubts {
  /** Whether a stretch may be replaced: it cuts no known name apart and has something in it that is in none. */
  readonly isOpen: (window: RunWindow) => boolean;
}

/** Shorter names occur within words by chance: nearly any two characters are the stem of some village. */
const shortestPiece = 3;

/** The runs of Chinese characters of a word. */
export function listHanRuns(word: Span, query: string, plain: string): readonly HanRun[] {
  const text = plain.slice(word.start, word.end);
  return [...text.matchAll(/[\u3400-\u9FFF]+/gu)].map(({ 0: run, index }) => {
    const start = word.start + index;
    return {
      text: run,
      typed: query.slice(start, start + run.length),
      start,
      isWord: run.length === text.length,
    };
  });
}

/** Finds the names in a run from the left, the longest first; these are not wrong. */
export function findDoubts({ text }: HanRun, known: KnownNames): RunDoubts {
  const doubtful = new Uint8Array(text.length).fill(1);
  const isCut = new Uint8Array(text.length + 1);
  for (const { start, end } of listPieces(text, known)) {
    doubtful.fill(0, start, end);
    isCut.fill(1, start + 1, end);
  }
  const isDoubtful = (at: number) => doubtful[at] === 1;
  return {
    isOpen: ({ start, end }) =>
      isCut[start] !== 1 &&
      isCut[end] !== 1 &&
      doubtful.subarray(start, end).some((_, at) => isDoubtful(start + at)),
  };
}

function listPieces(text: string, known: KnownNames): readonly Span[] {
  const pieces: Span[] = [];
  for (let start = 0; start < text.length;) {
    const end = findPieceEnd(text, start, known);
    if (end !== null) pieces.push({ start, end });
    start = end ?? start + 1;
  }
  return pieces;
}

function findPieceEnd(text: string, start: number, known: KnownNames): number | null {
  for (let end = Math.min(text.length, start + longestName); end >= start + shortestPiece; end -= 1)
    if (known.has(text.slice(start, end))) return end;
  return null;
}
