import type { Span } from "../language/parsed-query.ts";
import type { EditIndex } from "./edit-index.ts";
import { keepsNumbers } from "./keeps-numbers.ts";
import { findDoubts, type HanRun } from "./han-run.ts";
import { longestName, type KnownNames } from "./known-names.ts";
import { likeness, type Likeness, type Proposal } from "./proposal.ts";
import { isOtherLevel, rateEdit } from "./rate-edit.ts";
import { RollingHash } from "./rolling-hash.ts";
import type { SoundIndex, SoundRun } from "./sound-index.ts";
import type { Syllables } from "./syllables.ts";
import type { Suspects } from "./suspects.ts";

/** Everything by which Chinese characters are corrected. */
export interface HanIndexes {
  readonly known: KnownNames;
  readonly sounds: SoundIndex;
  readonly edits: EditIndex;
  readonly syllables: Syllables;
}

/** Two characters are alike to too much for anything but the same sound of a whole word. */
const shortestWithin = 3;

interface Window {
  readonly run: HanRun;
  readonly hashes: RollingHash;
  readonly sounds: SoundRun;
  readonly start: number;
  readonly text: string;
  readonly suspects: Suspects;
}

/** Names for stretches of a run that are none themselves, in any order. */
export function proposeForRun(
  run: HanRun,
  suspects: Suspects,
  indexes: HanIndexes,
): readonly Proposal[] {
  const hashes = new RollingHash(run.text);
  const sounds = indexes.sounds.readRun(run.text);
  return listOpen(run, suspects, indexes.known).flatMap(({ start, end }) => {
    const window = { run, hashes, sounds, start, text: run.text.slice(start, end), suspects };
    return [...proposeSounds(window, indexes), ...proposeEdits(window, indexes)];
  });
}

function listOpen(run: HanRun, suspects: Suspects, known: KnownNames): readonly Span[] {
  const { text, typed } = run;
  const doubts = findDoubts(run, known);
  const shortest = run.isWord && text.length < shortestWithin ? text.length : shortestWithin;
  const open: Span[] = [];
  for (let start = 0; start + shortest <= text.length; start += 1) {
    const last = Math.min(text.length, start + longestName + 1);
    for (let end = start + Math.max(shortest, 2); end <= last; end += 1) {
      const isKnown = known.has(text.slice(start, end)) || known.has(typed.slice(start, end));
      if (
        !isKnown &&
        suspects.overlap({ start: run.start + start, end: run.start + end }) &&
        doubts.isOpen({ start, end })
      )
        open.push({ start, end });
    }
  }
  return open;
}

function proposeSounds(window: Window, { known }: HanIndexes): readonly Proposal[] {
  const { text, start, sounds } = window;
  if (text.length > longestName) return [];
  return sounds.find(start, start + text.length).flatMap(({ id, isExact }) => {
    const to = known.texts[id] ?? "";
    const differing = countDiffering(text, to);
    if (isChance(window, { isExact, differing })) return [];
    if (!isExact && isOtherLevel(text, to)) return [];
    const level = isExact ? likeness.sameSound : rateNearSound(differing);
    return propose(window, { id, to, likeness: level, differing });
  });
}

/**
 * Whether the likeness is no more than there is between any words: of two characters that differ both, of three that
 * do within a long run, of several that are only nearly alike and half of the word.
 */
function isChance(
  window: Window,
  { isExact, differing }: { readonly isExact: boolean; readonly differing: number },
): boolean {
  const { length } = window.text;
  if (!isSure(window)) return isExact ? differing === length : differing > 1;
  if (length < shortestWithin)
    return !isExact || (differing === length && !window.suspects.areKnown);
  return !isExact && differing * 2 >= length;
}

function rateNearSound(differing: number): Likeness {
  return differing === 1 ? likeness.nearSound : likeness.other;
}

function countDiffering(one: string, other: string): number {
  return Array.from(one).filter((char, at) => char !== other.charAt(at)).length;
}

/** The characters that differ, those twice that do not even sound a little alike. */
function countUnlike(one: string, other: string, isClose: (at: number) => boolean): number {
  const differing = [...one.split("").keys()].filter((at) => one.charAt(at) !== other.charAt(at));
  return differing.length + differing.filter((at) => !isClose(at)).length;
}

function proposeEdits(
  window: Window,
  { known, edits, syllables }: HanIndexes,
): readonly Proposal[] {
  const { text, hashes, start } = window;
  if (text.length < shortestWithin) return [];
  return edits.find(text, hashes, start).flatMap((id) => {
    const to = known.texts[id] ?? "";
    const isClose = (at: number): boolean =>
      syllables.isClose(text.charAt(at), known.sounds[id]?.charAt(at) ?? "");
    const level = rateEdit({ from: text, to, isSure: isSure(window), isClose }, known);
    if (level === null) return [];
    const differing = level === likeness.other ? countUnlike(text, to, isClose) : 1;
    return propose(window, { id, to, likeness: level, differing });
  });
}

/** Whether it is a whole word, or known to be in no section. */
function isSure({ run, text, suspects }: Window): boolean {
  return suspects.areKnown || (run.isWord && run.text.length === text.length);
}

function propose(
  { run, start, text, suspects }: Window,
  found: Pick<Proposal, "id" | "to" | "likeness" | "differing">,
): readonly Proposal[] {
  const span = { start: run.start + start, end: run.start + start + text.length };
  const isImprobable = suspects.remain(span, found.to) || !keepsNumbers(text, found.to);
  return isImprobable ? [] : [{ ...span, ...found }];
}
