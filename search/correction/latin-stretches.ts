import type { Span } from "../language/parsed-query.ts";
import type { CorrectedQuery, CorrectionHints } from "./corrected-query.ts";
import { listLetters } from "./letter-words.ts";
import { overlaps } from "./proposal.ts";
import { findSuspects } from "./suspects.ts";
import { buildPlain, listTypedWords } from "./typed-words.ts";

/** Latin letters of a query as they may be spelled: spaces and apostrophes kept. `end` is not included. */
export interface Letters extends Span {
  readonly letters: string;
}

/** As many words in Latin letters as stand side by side, and each of them where they are several. */
export interface Stretch extends Letters {
  readonly parts: readonly Letters[];
}

const shortest = 4;
const longest = 60;

/** The stretches of a query that nobody holds and that may be pinyin. */
export function listStretches(
  query: string,
  { unknown }: CorrectionHints,
  simplify: (text: string) => string,
): readonly Stretch[] {
  const plain = buildPlain(query, simplify);
  const suspects = findSuspects(
    unknown.map((word) => buildPlain(word, simplify)),
    plain,
  );
  const all = listTypedWords({ query, plain }, simplify).flatMap((words) =>
    listLetters(words, plain).map(({ start, end }) => ({
      start,
      end,
      letters: plain.slice(start, end),
    })),
  );
  const possible = all.filter(
    (one) => one.letters.length >= shortest && one.letters.length <= longest,
  );
  const chosen: Letters[] = [];
  for (const one of possible)
    if (suspects.overlap(one) && !chosen.some((other) => overlaps(one, other))) chosen.push(one);
  return chosen
    .toSorted((a, b) => a.start - b.start)
    .map((one) => ({ ...one, parts: listParts(one, possible).filter(suspects.overlap) }));
}

function listParts(whole: Letters, possible: readonly Letters[]): readonly Letters[] {
  if (!whole.letters.includes(" ")) return [];
  return possible
    .filter((one) => overlaps(one, whole) && !one.letters.includes(" "))
    .toSorted((a, b) => a.start - b.start);
}

/** Letters with what they may be the pinyin of. */
export interface SpelledStretch extends Letters {
  /** The best first. */
  readonly words: readonly string[];
}

/** The query with all stretches replaced, by the best words of each, then by the second, and so on. */
export function replaceStretches(
  query: string,
  stretches: readonly SpelledStretch[],
): readonly CorrectedQuery[] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = Math.max(...stretches.map(({ words }) => words.length));
  return Array.from({ length: most }, (_, choice): CorrectedQuery => {
    let [to, at] = ["", first.start];
    for (const { start, end, words } of stretches) {
      to += query.slice(at, start) + (words[choice] ?? words[0] ?? "");
      at = end;
    }
    const corrected = query.slice(0, first.start) + to + query.slice(last.end);
    return { from: query.slice(first.start, last.end), to, query: corrected };
  });
}
