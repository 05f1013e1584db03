import type { Span } from "../language/parsed-query.ts";

/**
 * How like a name is to what was typed; the less the better: other characters of the same sound, a character elsewhere,
 * one of nearly the same sound, one missing or too many, another one or several of nearly the same sound, initials.
 */
export const likeness = {
  sameSound: 0,
  moved: 1,
  nearSound: 2,
  resized: 3,
  other: 4,
  initials: 5,
} as const;

export type Likeness = (typeof likeness)[keyof typeof likeness];

/**
 * A name for a stretch of a query. `id` is its number, smaller for terms and for names that came first; `differing`
 * counts the characters that differ, to be compared among the equally alike.
 */
export interface Proposal extends Span {
  readonly id: number;
  readonly to: string;
  readonly likeness: Likeness;
  readonly differing: number;
}

/** The more alike first, then the longer, which is less likely by chance, then by difference and number. */
export function compareProposals(a: Proposal, b: Proposal): number {
  return (
    a.likeness - b.likeness ||
    b.to.length - a.to.length ||
    a.differing - b.differing ||
    a.id - b.id ||
    a.start - b.start
  );
}

/** Whether two stretches have a character in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

const mostCompared = 300;

/** Proposals in order without those that better ones for the same characters make improbable. */
export function sortProposals(proposals: readonly Proposal[]): readonly Proposal[] {
  // Every one is compared with all others.
  const best = proposals.toSorted(compareProposals).slice(0, mostCompared);
  const whole = best.filter((one) => !best.some((other) => explains(other, one)));
  const kept: Proposal[] = [];
  for (const one of whole) if (!kept.some((better) => displaces(better, one))) kept.push(one);
  return kept;
}

/** Whether a longer name accounts for what a shorter one does and more: 政府信习息公开 is no slip for 政府信息. */
function explains(other: Proposal, one: Proposal): boolean {
  return (
    other.likeness !== likeness.initials &&
    other.start <= one.start &&
    one.end <= other.end &&
    other.to.length > one.to.length &&
    other.end - other.start > one.end - one.start
  );
}

function displaces(better: Proposal, one: Proposal): boolean {
  if (!overlaps(better, one)) return false;
  const isSame = better.start === one.start && better.end === one.end;
  const isWithin = better.start <= one.start && one.end <= better.end;
  if (isSame) return better.likeness === likeness.sameSound && one.likeness >= likeness.resized;
  return better.likeness < one.likeness || isWithin;
}
