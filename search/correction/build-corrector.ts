import type { Span } from "../language/parsed-query.ts";
import type { CorrectedQuery, Corrector } from "./corrected-query.ts";
import { EditIndex } from "./edit-index.ts";
import { listHanRuns } from "./han-run.ts";
import { buildKnownNames, type KnownNames } from "./known-names.ts";
import { LetterIndex } from "./letter-index.ts";
import { listLetters, type TypedLetters } from "./letter-words.ts";
import { proposeForRun, type HanIndexes } from "./propose-han.ts";
import { likeness, overlaps, sortProposals, type Likeness, type Proposal } from "./proposal.ts";
import { SoundIndex } from "./sound-index.ts";
import { findSuspects, type Suspects } from "./suspects.ts";
import { Syllables } from "./syllables.ts";
import { buildPlain, listTypedWords, type TypedQuery } from "./typed-words.ts";

/** How traditional characters are simplified. */
export interface CorrectionLanguage {
  readonly simplify: (text: string) => string;
}

interface Indexes extends HanIndexes {
  readonly letters: LetterIndex;
}

/** A pasted text is not corrected beyond this. */
const longestQuery = 40;
const mostProposed = 3;
/** Other slips than those of sound are corrected along with others only in longer names. */
const shortestEdited = 4;

/**
 * Builds a corrector to names of places and agencies, in which those that matter come first, and to terms of the
 * field. Names are proposed by their sound, by one slip, and for Latin letters by their pinyin or initials; the stems
 * of names (官庄 of 官庄镇) too. Proposals touch neither phrases, exclusions, keys, operators nor numbers. Where several
 * stretches seem wrong, the first proposal corrects them together.
 */
export function buildCorrector(
  names: Iterable<string>,
  terms: Iterable<string>,
  { simplify }: CorrectionLanguage,
): Corrector {
  const syllables = new Syllables();
  const known = buildKnownNames(names, terms, syllables);
  const indexes: Indexes = {
    known,
    syllables,
    sounds: new SoundIndex(known, syllables),
    edits: buildEdits(known),
    letters: new LetterIndex(known, syllables),
  };
  return (query, { unknown }) => {
    const typed = { query, plain: buildPlain(query, simplify) };
    const words = unknown.map((word) => buildPlain(word, simplify));
    const suspects = findSuspects(words, typed.plain);
    const sequences = listTypedWords(typed, simplify);
    const proposals = sequences.flatMap((spans) =>
      proposeForWords(
        { typed, spans: spans.filter(({ end }) => end <= longestQuery) },
        suspects,
        indexes,
      ),
    );
    return buildCorrected(query, sortProposals(proposals));
  };
}

const shortestName = 3;

function buildEdits({ texts }: KnownNames): EditIndex {
  return new EditIndex(
    (id) => texts[id] ?? "",
    (add) => {
      for (const [id, { length }] of texts.entries()) if (length >= shortestName) add(id);
    },
  );
}

interface TypedSequence {
  readonly typed: TypedQuery;
  readonly spans: readonly Span[];
}

function proposeForWords(
  { typed: { query, plain }, spans }: TypedSequence,
  suspects: Suspects,
  indexes: Indexes,
): readonly Proposal[] {
  const characters = spans
    .flatMap((word) => listHanRuns(word, query, plain))
    .flatMap((run) => proposeForRun(run, suspects, indexes));
  const letters = listLetters(spans, plain)
    .filter((typed) => suspects.overlap(typed))
    .flatMap((typed) => proposeForLetters(typed, indexes));
  return [...characters, ...letters];
}

function proposeForLetters(
  { start, end, letters: typed }: TypedLetters,
  { known, letters }: Indexes,
): readonly Proposal[] {
  const { whole, mistyped, initials } = letters.find(typed);
  const build = (ids: readonly number[], level: Likeness): readonly Proposal[] =>
    ids.map((id) => {
      const differing = countOtherLetters(typed, letters.spell(id));
      return { start, end, id, to: known.texts[id] ?? "", likeness: level, differing };
    });
  if (whole.length > 0) return build(whole, likeness.sameSound);
  return [...build(mistyped, likeness.nearSound), ...build(initials, likeness.initials)];
}

/** A letter left out or typed twice is likelier than another one: many do not tell -n from -ng. */
function countOtherLetters(typed: string, letters: string): number {
  return typed.length === letters.length && typed !== letters ? 1 : 0;
}

function buildCorrected(query: string, proposals: readonly Proposal[]): readonly CorrectedQuery[] {
  const together = joinProposals(query, proposals);
  const single = proposals
    .slice(0, mostProposed)
    .map(({ start, end, to }) => replaceStretch(query, { start, end }, to));
  const all = [...together, ...single].filter(({ query: corrected }) => corrected !== query);
  const distinct = new Map(all.toReversed().map((one) => [one.query, one]));
  return [...distinct.values()].toReversed().slice(0, mostProposed);
}

/** The best proposals for stretches that lie apart, as one for all from the first to the last of them. */
function joinProposals(query: string, proposals: readonly Proposal[]): readonly CorrectedQuery[] {
  const chosen: Proposal[] = [];
  for (const one of proposals)
    if (
      (one.likeness <= likeness.nearSound || one.to.length >= shortestEdited) &&
      !chosen.some((other) => overlaps(one, other))
    )
      chosen.push(one);
  const [first, ...others] = chosen.sort((a, b) => a.start - b.start);
  if (first === undefined || others.length === 0) return [];
  let [to, end] = [first.to, first.end];
  for (const next of others) [to, end] = [to + query.slice(end, next.start) + next.to, next.end];
  return [replaceStretch(query, { start: first.start, end }, to)];
}

function replaceStretch(query: string, { start, end }: Span, to: string): CorrectedQuery {
  return {
    from: query.slice(start, end),
    to,
    query: query.slice(0, start) + to + query.slice(end),
  };
}
