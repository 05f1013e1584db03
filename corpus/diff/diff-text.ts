import { diffArrays } from "diff";
import { cleanRuns } from "./clean-runs.ts";
import type { TextRun } from "./report-diff.ts";

/** A sentence or a line with the marks that end it; what is left at the end of the text. */
const sentence = /[^。；！？\n]*[。；！？\n]+|[^。；！？\n]+$/gu;
/** A number, a word in Latin letters, white space, or one character. */
const word = /\p{N}[\p{N},，.]*[%％]?|[\p{Script=Latin}]+|\s+|./gsu;

/**
 * Where a text differs by more than this, it is shown as replaced: finding the shortest way from one to the
 * other takes time that grows with the square of its length.
 */
const most = { sentenceEdits: 1_500, words: 6_000, wordEdits: 600 };
/** A sentence that keeps less than this share of its words is another sentence. */
const leastKept = 0.35;

/** How many characters may still be compared: by sentences, and within sentences. It falls with each text. */
export interface DiffBudget {
  bySentence: number;
  byWord: number;
}

/** What a report may take: a second or two at the worst, where a real one takes milliseconds. */
export function buildDiffBudget(): DiffBudget {
  return { bySentence: 1_000_000, byWord: 60_000 };
}

/**
 * How the older text becomes the newer one, sentence by sentence and within sentences by numbers and characters.
 * What the budget has no room for is shown as replaced.
 */
export function diffText(
  from: string,
  to: string,
  budget: DiffBudget = buildDiffBudget(),
): readonly TextRun[] {
  const edges = findEdges(from, to);
  const middle = diffSentences(
    from.slice(edges.start, from.length - edges.end),
    to.slice(edges.start, to.length - edges.end),
    budget,
  );
  const head: TextRun = { kind: "same", text: to.slice(0, edges.start) };
  const tail: TextRun = { kind: "same", text: to.slice(to.length - edges.end) };
  return joinRuns([head, ...middle, tail]);
}

/** How many characters both share at their start and their end, in whole lines. */
function findEdges(from: string, to: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  if (start === from.length && start === to.length) return { start, end: 0 };
  start = start === 0 ? 0 : from.lastIndexOf("\n", start - 1) + 1;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  const line = from.indexOf("\n", from.length - end);
  return { start, end: line === -1 ? 0 : from.length - line - 1 };
}

function diffSentences(from: string, to: string, budget: DiffBudget): readonly TextRun[] {
  budget.bySentence -= from.length + to.length;
  if (budget.bySentence < 0) return replace(from, to);
  const runs = diffParts(split(from, sentence), split(to, sentence), most.sentenceEdits);
  if (runs === null) return replace(from, to);
  const refined: TextRun[] = [];
  for (let at = 0; at < runs.length; at++) {
    const [run, next] = [runs[at], runs[at + 1]];
    if (run?.kind === "removed" && next?.kind === "added") {
      budget.byWord -= run.text.length + next.text.length;
      refined.push(...(budget.byWord < 0 ? [run, next] : diffWords(run.text, next.text)));
      at++;
    } else if (run) refined.push(run);
  }
  return refined;
}

function diffWords(from: string, to: string): readonly TextRun[] {
  const [older, newer] = [split(from, word), split(to, word)];
  if (older.length + newer.length > most.words) return replace(from, to);
  const runs = diffParts(older, newer, most.wordEdits);
  if (runs === null) return replace(from, to);
  const cleaned = cleanRuns(runs);
  const kept = cleaned.filter(({ kind }) => kind === "same").reduce(countLetters, 0);
  const shorter = Math.min(countLetters(0, { text: from }), countLetters(0, { text: to }));
  return kept < leastKept * shorter ? replace(from, to) : cleaned;
}

function countLetters(sum: number, { text }: Pick<TextRun, "text">): number {
  return sum + text.replaceAll(/\s/gu, "").length;
}

/** The runs of two lists of parts, removed before added; null where they differ by more than `mostEdits`. */
function diffParts(
  from: readonly string[],
  to: readonly string[],
  mostEdits: number,
): readonly TextRun[] | null {
  const changes = diffArrays([...from], [...to], { maxEditLength: mostEdits });
  if (changes === undefined) return null;
  return sortRuns(
    changes.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

/** Between two runs that are the same, everything removed stands before everything added. */
function sortRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const sorted: TextRun[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    sorted.push(...replace(removed, added));
    [removed, added] = ["", ""];
  };
  for (const run of runs) {
    if (run.kind === "removed") removed += run.text;
    else if (run.kind === "added") added += run.text;
    else {
      flush();
      sorted.push(run);
    }
  }
  flush();
  return joinRuns(sorted);
}

function replace(from: string, to: string): readonly TextRun[] {
  return joinRuns([
    { kind: "removed", text: from },
    { kind: "added", text: to },
  ]);
}

/** Runs of one kind beside each other as one, empty ones left out. */
function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === "") continue;
    if (last?.kind === run.kind) joined[joined.length - 1] = { ...run, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function split(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern) ?? [];
}
