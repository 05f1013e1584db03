import { buildPhraseGrams, type PhraseGrams } from "./grams/build-grams.ts";
import { describeLeftOut, listUsedNodes } from "./filters/left-out.ts";
import type { QueryProblem, TextNode, TypedText } from "./language/parsed-query.ts";
import { normalizeQuery } from "./words/normalize-query.ts";
import { readWords } from "./words/read-words.ts";
import type { Segmenter } from "./words/segmenter.ts";

/**
 * What must stand together in the text, in pieces of the segmenter; `quoted` where the reader asked for it so. `grams`
 * are what the engine is asked for.
 */
export interface QueryTerm {
  readonly pieces: readonly string[];
  readonly quoted: boolean;
  readonly grams: PhraseGrams;
}

/** Terms that a text must hold, and others that it must not. */
export interface Conjunction {
  readonly wanted: readonly QueryTerm[];
  readonly excluded: readonly QueryTerm[];
}

/**
 * The terms of a query: a text must meet one of the `alternatives`, of which there is at least one. `left` tells what
 * the query had more than the engine takes, and `cut` that there is such; `used` are the parts that are asked for.
 */
export interface QueryTerms {
  readonly alternatives: readonly [Conjunction, ...Conjunction[]];
  readonly cut: boolean;
  readonly left: readonly QueryProblem[];
  readonly used: readonly TextNode[];
}

/** What cuts and simplifies the words of a query. */
export interface TermLanguage {
  readonly segmenter: Segmenter;
  readonly simplify: (text: string) => string;
}

/** The engine reads no more terms than this and drops the others, an exclusion too, without a word. */
export const maxTerms = 10;
const maxExcluded = 5;
/** Each further alternative doubles the questions to the engine. */
const maxAlternatives = 4;

const nothing: Conjunction = { wanted: [], excluded: [] };

/**
 * Cuts what was typed into terms. Words give those of the segmenter; where these are too many, each run of words is one
 * phrase instead (a pasted sentence), and what is still too much is cut off. Words that only make a question of the
 * others are left out.
 */
export function buildQueryTerms(nodes: readonly TextNode[], language: TermLanguage): QueryTerms {
  const words = spread(nodes, (node) => buildWords(node, language));
  const fits = words.every((one) => countTerms(one) <= maxTerms);
  const build = (node: TypedText) => (fits ? buildWords : buildRuns)(node, language);
  const all = fits ? words : spread(nodes, build);
  const kept = all.slice(0, maxAlternatives).map(fitTerms);
  const isUsed = openUse(kept, build);
  const [first = fitTerms(nothing), ...others] = kept;
  const left = {
    alternatives: all.length > maxAlternatives,
    wanted: kept.some(({ wanted }) => wanted),
    excluded: kept.some(({ excluded }) => excluded),
  };
  const limits = { terms: maxTerms, excluded: maxExcluded, alternatives: maxAlternatives };
  return {
    alternatives: [first.terms, ...others.map(({ terms }) => terms)],
    cut: Object.values(left).some(Boolean),
    left: describeLeftOut({ nodes, left, isUsed }, limits),
    used: listUsedNodes(nodes, isUsed),
  };
}

/** Tells whether a text has a part in what is asked for; one that says nothing is in nobody's way. */
function openUse(
  kept: readonly { readonly terms: Conjunction }[],
  build: (text: TypedText) => readonly QueryTerm[],
): (text: TypedText) => boolean {
  const list = (side: keyof Conjunction) =>
    new Set(kept.flatMap(({ terms }) => terms[side].map(({ grams }) => grams.words)));
  const asked = { wanted: list("wanted"), excluded: list("excluded") };
  return (text) => {
    const terms = build(text);
    const side = asked[text.excluded ? "excluded" : "wanted"];
    return terms.length === 0 || terms.some(({ grams }) => side.has(grams.words));
  };
}

/** A sequence as alternatives: each choice within it multiplies those before it. */
function spread(
  nodes: readonly TextNode[],
  build: (text: TypedText) => readonly QueryTerm[],
): readonly Conjunction[] {
  let all: readonly Conjunction[] = [nothing];
  for (const node of nodes) {
    const options =
      node.kind === "any"
        ? node.options.flatMap((option) => spread(option, build))
        : [buildSide(node, build(node))];
    all = dropSame(all.flatMap((one) => options.map((other) => join(one, other))));
    // One more than is kept, by which it shows that there were more.
    all = all.slice(0, maxAlternatives + 1);
  }
  return all;
}

/** Alternatives that ask for the same count once. */
function dropSame(all: readonly Conjunction[]): readonly Conjunction[] {
  const list = (terms: readonly QueryTerm[]) => terms.map(({ grams }) => grams.words).toSorted();
  const first = new Map<string, Conjunction>();
  for (const one of all) {
    const key = JSON.stringify([list(one.wanted), list(one.excluded)]);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

function buildSide({ excluded }: TypedText, terms: readonly QueryTerm[]): Conjunction {
  return excluded ? { wanted: [], excluded: terms } : { wanted: terms, excluded: [] };
}

/** Both together, each term once. */
export function join(one: Conjunction, other: Conjunction): Conjunction {
  return {
    wanted: dropDoubles([...one.wanted, ...other.wanted]),
    excluded: dropDoubles([...one.excluded, ...other.excluded]),
  };
}

function dropDoubles(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const first = new Map<string, QueryTerm>();
  for (const term of terms) if (!first.has(term.grams.words)) first.set(term.grams.words, term);
  return [...first.values()];
}

function countTerms({ wanted, excluded }: Conjunction): number {
  return wanted.length + Math.min(excluded.length, maxExcluded);
}

/** What fits, and whether there was more of either. */
function fitTerms({ wanted, excluded }: Conjunction): {
  readonly terms: Conjunction;
  readonly wanted: boolean;
  readonly excluded: boolean;
} {
  const kept = excluded.slice(0, maxExcluded);
  const room = maxTerms - kept.length;
  return {
    terms: { wanted: wanted.slice(0, room), excluded: kept },
    wanted: wanted.length > room,
    excluded: excluded.length > maxExcluded,
  };
}

function buildRuns(node: TypedText, { segmenter, simplify }: TermLanguage): readonly QueryTerm[] {
  const text = normalizeQuery(node.text, simplify);
  return buildTerm(segmenter.cut(text), node.kind === "phrase" || node.excluded);
}

function buildWords(node: TypedText, language: TermLanguage): readonly QueryTerm[] {
  if (node.kind === "phrase" || node.excluded) return buildRuns(node, language);
  const { segmenter, simplify } = language;
  const pieces = segmenter.cut(normalizeQuery(node.text, simplify));
  return readWords(pieces).flatMap((word) => buildTerm(word, false));
}

/** A term of pieces that have a letter or a digit; none else. */
export function buildTerm(pieces: readonly string[], quoted: boolean): readonly QueryTerm[] {
  const text = pieces.join("");
  const grams = wordPiece.test(text) || quoted ? buildPhraseGrams(text) : null;
  return grams === null ? [] : [{ pieces, quoted, grams }];
}

const wordPiece = /[\p{L}\p{Nd}]/u;
