import { isMoved } from "./edit-index.ts";
import type { KnownNames } from "./known-names.ts";
import { likeness, type Likeness } from "./proposal.ts";

/**
 * A slip from what was typed to a name; `isSure` that there is more reason than the likeness to think it wrong,
 * `isClose` whether the characters at an offset sound a little alike.
 */
export interface TypedEdit {
  readonly from: string;
  readonly to: string;
  readonly isSure: boolean;
  readonly isClose: (at: number) => boolean;
}

const levelWord = /[省市县区州盟旗镇乡]$/u;
const shortest = 3;

/**
 * How like the name is. Null for what is hardly a slip: a part of the name, which whatever has the name holds; a name
 * with a word beside it (在官庄镇); a stem with another word (官庄局长); what differs at an end, or has but two
 * characters alike, somewhere within a long run.
 */
export function rateEdit(typed: TypedEdit, known: KnownNames): Likeness | null {
  const { from, to, isSure } = typed;
  if (from.includes(to) || to.includes(from)) return null;
  if (isMoved(from, to)) return likeness.moved;
  if (Math.min(from.length, to.length) <= shortest && !isSure) return null;
  if (from.length !== to.length) return likeness.resized;
  return isOtherWord(typed, known) ? null : likeness.other;
}

/** Whether the words for the level of a place differ (官庄县, 官庄乡): a mistake, but not of hearing. */
export function isOtherLevel(from: string, to: string): boolean {
  return levelWord.test(from) && levelWord.test(to) && from.at(-1) !== to.at(-1);
}

function isOtherWord({ from, to, isSure, isClose }: TypedEdit, known: KnownNames): boolean {
  if (from.slice(0, -1) === to.slice(0, -1)) {
    const isSlip = isOtherLevel(from, to) || (isSure && isClose(from.length - 1));
    return !isSlip && (!isSure || known.has(from.slice(0, -1)));
  }
  if (from.slice(1) !== to.slice(1)) return false;
  return !isSure || (!isClose(0) && known.has(from.slice(1)));
}
