import { particles } from "./dictionary.ts";
import { countHardSeparators } from "./hard-separator.ts";
import { parseQuery, type QueryPart } from "./parse-query.ts";
import type { Segmenter } from "./segmenter.ts";

/** What must stand together in the text, in pieces of the segmenter; `quoted` where the reader asked for it so. */
export interface QueryTerm {
  readonly pieces: readonly string[];
  readonly quoted: boolean;
}

/** The terms of a query. `cut` says that it had more than the engine takes and the last ones were left out. */
export interface QueryTerms {
  readonly wanted: readonly QueryTerm[];
  readonly excluded: readonly QueryTerm[];
  readonly cut: boolean;
}

/** The engine reads no more terms than this and drops the others, an exclusion too, without a word. */
export const maxTerms = 10;
const maxExcluded = 5;

const wordPiece = /[\p{L}\p{Nd}]/u;
const connector = /^[-.@/:_+&~#?=%]{1,3}$/;
const singleHan = /^\p{Script=Han}$/u;
const plainPiece = /^[\p{Nd}A-Za-z]/u;

/**
 * Cuts a normalised query into terms. An unquoted run gives its words; if a query has too many words, each run
 * is one phrase instead (a pasted sentence), and what is still too much is cut off.
 */
export function buildQueryTerms(query: string, segmenter: Segmenter): QueryTerms {
  const parts = parseQuery(query);
  const wantedParts = parts.filter((part) => !part.excluded);
  const excluded = fitTerms(
    parts.filter((part) => part.excluded).flatMap((part) => buildPhrase(part.text, segmenter)),
    maxExcluded,
  );
  const room = maxTerms - countTerms(excluded.terms);
  const words = wantedParts.flatMap((part) => buildWords(part, segmenter));
  const fits = countTerms(words) <= room;
  const terms = fits ? words : wantedParts.flatMap((part) => buildRuns(part, segmenter));
  const wanted = fitTerms(terms, room);
  return { wanted: wanted.terms, excluded: excluded.terms, cut: wanted.cut || excluded.cut };
}

function buildPhrase(text: string, segmenter: Segmenter): readonly QueryTerm[] {
  const pieces = segmenter.cut(text);
  const first = pieces.findIndex((piece) => wordPiece.test(piece));
  const last = pieces.findLastIndex((piece) => wordPiece.test(piece));
  return first === -1 ? [] : [{ pieces: pieces.slice(first, last + 1), quoted: true }];
}

function buildRuns(part: QueryPart, segmenter: Segmenter): readonly QueryTerm[] {
  if (part.quoted) return buildPhrase(part.text, segmenter);
  return readRuns(segmenter.cut(part.text)).map((pieces) => ({ pieces, quoted: false }));
}

function buildWords(part: QueryPart, segmenter: Segmenter): readonly QueryTerm[] {
  if (part.quoted) return buildPhrase(part.text, segmenter);
  const words = readRuns(segmenter.cut(part.text)).flatMap((run) => joinWords(run));
  const meaningful = words.filter((pieces) => pieces.length > 1 || !particles.has(pieces[0] ?? ""));
  return (meaningful.length > 0 ? meaningful : words).map((pieces) => ({ pieces, quoted: false }));
}

/** Pieces with letters or digits that stand side by side; a connector stays within an address, a date, COVID-19. */
function readRuns(pieces: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let open: string[] | null = null;
  for (const [index, piece] of pieces.entries()) {
    if (wordPiece.test(piece) || (open !== null && isConnector(pieces, index))) {
      if (open === null) runs.push((open = []));
      open.push(piece);
    } else open = null;
  }
  return runs;
}

function isConnector(pieces: readonly string[], index: number): boolean {
  return (
    connector.test(pieces[index] ?? "") &&
    plainPiece.test(pieces[index - 1] ?? "") &&
    plainPiece.test(pieces[index + 1] ?? "")
  );
}

/** The words of a run: single characters side by side are a name that no dictionary knows, and stay together. */
function joinWords(run: readonly string[]): readonly (readonly string[])[] {
  const words: string[][] = [];
  for (const [index, piece] of run.entries()) {
    const before = run[index - 1] ?? "";
    const joins =
      (singleHan.test(piece) &&
        singleHan.test(before) &&
        !isParticle(piece) &&
        !isParticle(before)) ||
      isConnector(run, index) ||
      isConnector(run, index - 1);
    const word = words.at(-1);
    if (joins && word) word.push(piece);
    else words.push([piece]);
  }
  return words;
}

function isParticle(piece: string): boolean {
  return particles.has(piece);
}

/** How many terms the engine makes of these: within a phrase, some punctuation parts two. */
function countTerms(terms: readonly QueryTerm[]): number {
  return terms.reduce((sum, term) => sum + countParts(term), 0);
}

function countParts(term: QueryTerm): number {
  return 1 + countHardSeparators(term.pieces);
}

function fitTerms(
  terms: readonly QueryTerm[],
  room: number,
): { readonly terms: readonly QueryTerm[]; readonly cut: boolean } {
  const fitted: QueryTerm[] = [];
  let left = room;
  for (const term of terms) {
    if (left <= 0) return { terms: fitted, cut: true };
    const pieces = cutPieces(term, left);
    fitted.push({ ...term, pieces });
    if (pieces.length < term.pieces.length) return { terms: fitted, cut: true };
    left -= countParts(term);
  }
  return { terms: fitted, cut: false };
}

/** The pieces of a term that make no more than `room` terms of the engine. */
function cutPieces(term: QueryTerm, room: number): readonly string[] {
  const end = term.pieces.findIndex(
    (_, index) => countHardSeparators(term.pieces.slice(0, index + 1)) >= room,
  );
  return end === -1 ? term.pieces : term.pieces.slice(0, end);
}
