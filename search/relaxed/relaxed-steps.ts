import { readYear } from "../places/asked-year.ts";
import { buildTerm, type QueryTerm, type TermLanguage } from "../query-terms.ts";
import { findSynonyms } from "./synonyms.ts";

export type Terms = readonly QueryTerm[];

/** How often a term stands in the sections that the filters leave, and whether it names whose report is meant. */
export interface TermFound {
  readonly term: QueryTerm;
  readonly count: number;
  readonly isName: boolean;
}

/** Terms that would do, and in how many sections they stand; null where that was not counted. */
export interface Step {
  readonly terms: Terms;
  readonly count: number | null;
}

const mostSynonyms = 4;
const longestChain = 9;

/** Whether a term is a year, which is then that of the report. */
export function isYear({ pieces, quoted }: QueryTerm): boolean {
  return !quoted && readYear(pieces.join("")) !== null;
}

/** All terms but one, for each of them; single terms are counted anyway. */
export function listFewer(wanted: Terms): readonly Terms[] {
  return wanted.length > 2 ? wanted.map((term) => wanted.filter((one) => one !== term)) : [];
}

/** Names first, then the rare ones. */
export function compareTerms(one: TermFound, other: TermFound): number {
  return Number(other.isName) - Number(one.isName) || one.count - other.count;
}

/** What lacks the least important term first. */
export function sortFewer(steps: readonly Step[], known: readonly TermFound[]): readonly Step[] {
  const rate = ({ terms }: Step) => known.findLastIndex(({ term }) => !terms.includes(term));
  return steps.toSorted((a, b) => rate(b) - rate(a));
}

/** The terms with one of them in other words. */
export function listSynonymous(
  wanted: Terms,
  { segmenter }: Pick<TermLanguage, "segmenter">,
): readonly Terms[] {
  return wanted
    .flatMap((term, at) =>
      (term.quoted ? [] : findSynonyms(term.pieces.join(""))).flatMap((word) =>
        buildTerm(segmenter.cut(word), false).map((other) => wanted.with(at, other)),
      ),
    )
    .slice(0, mostSynonyms);
}

/** Fewer and fewer terms, the most important kept longest; not what was asked for already. */
export function listChain(
  known: readonly TermFound[],
  pieces: Terms,
  asked: number,
): readonly Step[] {
  const terms = [...known.map(({ term }) => term), ...pieces];
  const chain: Step[] = [];
  for (let length = Math.min(terms.length, longestChain); length >= 1; length -= 1) {
    const isAsked =
      length <= known.length && (length === asked || (length === asked - 1 && asked > 2));
    const count = length === 1 ? (known[0]?.count ?? null) : null;
    if (!isAsked) chain.push({ terms: terms.slice(0, length), count });
  }
  const [, ...others] = known;
  return [...chain, ...others.map(({ term, count }) => ({ terms: [term], count }))];
}
