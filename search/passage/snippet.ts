import { moveCut } from "./cut-point.ts";
import { mergeMarks, type Match } from "./highlight.ts";
import type { Mark } from "../search-result.ts";

/** A passage of a text as printed, with the marks within it. */
export interface Snippet {
  readonly snippet: string;
  readonly marks: readonly Mark[];
}

/** Length of a passage in UTF-16 units, and how far it may reach to begin or end with a sentence. */
const passageLength = 160;
const lead = 40;
const reach = 24;

const sentenceEnd = /[。！？；!?;\n\r]/;

/**
 * Cuts the best passage out of a text: the one with the most different terms, then with the most matches, then
 * the first. It begins after the end of a sentence where one is near, never within a number or a Latin word.
 */
export function buildSnippet(text: string, matches: readonly Match[]): Snippet {
  return cutPassage(text, findPassage(text, matches), matches);
}

/** Where the best passage of a text lies. */
export function findPassage(text: string, matches: readonly Match[]): Mark {
  const best = dropLeading(chooseMatch(matches), matches);
  const start = best === undefined ? 0 : findStart(text, best.start);
  const end = findEnd(text, Math.max(start + passageLength, best?.end ?? 0));
  const cut = matches.find((match) => match.start < end && match.end > end);
  return { start, end: cut === undefined ? end : moveCut(text, cut.end, 1) };
}

/**
 * The first match of the best passage: one pass over the matches with a window between two of them. Of passages with as
 * many different terms, one in which terms stand side by side as in the query is better.
 */
function chooseMatch(matches: readonly Match[]): Match | undefined {
  const counts = new Counter();
  const pairs = new Counter();
  let best: { readonly match: Match; readonly score: number } | undefined;
  let end = 0;
  for (const [index, match] of matches.entries()) {
    for (; end < matches.length; end += 1) {
      const next = matches[end];
      if (next === undefined || next.end > match.start + passageLength - lead) break;
      counts.add(next.term);
      if (end > index && isPair(matches[end - 1], next)) pairs.add(next.term);
    }
    const size = counts.size * matches.length + pairs.size;
    const score = size * matches.length + Math.max(0, end - index);
    if (best === undefined || score > best.score) best = { match, score };
    counts.take(match.term);
    const second = matches[index + 1];
    if (second !== undefined && index + 1 < end && isPair(match, second)) pairs.take(second.term);
    end = Math.max(end, index + 1);
  }
  return best?.match;
}

/** Matches before the passage proper, of terms that it holds further on too, only take its room. */
function dropLeading(first: Match | undefined, matches: readonly Match[]): Match | undefined {
  if (first === undefined) return first;
  const within = matches.filter(
    ({ start, end }) => start >= first.start && end <= first.start + passageLength - lead,
  );
  const needed = within.findIndex(
    (match, at) =>
      isPair(match, within[at + 1] ?? match) ||
      !within.slice(at + 1).some(({ term }) => term === match.term),
  );
  const isSeveral = within.some(({ term }) => term !== first.term);
  return isSeveral ? within[needed] : first;
}

/** Whether one stands right behind the other, as their terms do in the query. */
function isPair(one: Match | undefined, next: Match): boolean {
  return one !== undefined && next.start === one.end && next.term === one.term + 1;
}

/** How many of each there are; `size` is how many different ones. */
class Counter {
  readonly #counts = new Map<number, number>();

  get size(): number {
    return this.#counts.size;
  }

  add(key: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  take(key: number): void {
    const left = (this.#counts.get(key) ?? 0) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }
}

function findStart(text: string, matchStart: number): number {
  const earliest = Math.max(0, matchStart - lead);
  if (earliest === 0) return 0;
  for (let at = matchStart; at > earliest; at -= 1) {
    if (sentenceEnd.test(text.charAt(at - 1))) return at;
  }
  return moveCut(text, earliest, -1);
}

function findEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  for (let at = wanted; at < Math.min(text.length, wanted + reach); at += 1) {
    if (sentenceEnd.test(text.charAt(at))) return moveCut(text, at + 1, 1);
  }
  return moveCut(text, wanted, 1);
}

function cutPassage(text: string, span: Mark, matches: readonly Match[]): Snippet {
  const raw = text.slice(span.start, span.end);
  const start = span.start + (raw.length - raw.trimStart().length);
  const snippet = raw.trim();
  const within = matches
    .filter((match) => match.start >= start && match.end <= start + snippet.length)
    .map((match) => ({ start: match.start - start, end: match.end - start }));
  return { snippet, marks: mergeMarks(within) };
}
