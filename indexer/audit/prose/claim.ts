import type { Quote } from "../../../corpus/finding.ts";

/** What prose may count that a table counts too. */
export const measureKeys = [
  "received",
  "newReceived",
  "processed",
  "carriedOver",
  "concluded",
  "answered",
  "carriedForward",
  "granted",
  "partial",
  "denied",
  "unable",
  "refused",
  "otherOutcome",
  "review",
  "review.upheld",
  "review.corrected",
  "review.otherResult",
  "review.pending",
  "litigation",
  "litigation.upheld",
  "litigation.corrected",
  "litigation.otherResult",
  "litigation.pending",
  "litigationDirect",
  "litigationAfterReview",
  "rules.made",
  "rules.repealed",
  "rules.effective",
  "documents.made",
  "documents.repealed",
  "documents.effective",
  "permits",
  "penalties",
  "coercion",
  "published",
] as const;
export type MeasureKey = (typeof measureKeys)[number];

/**
 * A number that a sentence claims. Several `measures` are claimed as one sum (`予以公开和部分公开共 12 件`).
 * `step` is the value of the last printed digit (1000 for 4.5万). `isApproximate` with 余, 多, 近, 约, 超.
 * `caution` says why the sentence may count something else than the table; null where it plainly counts the same.
 * `bodies` are the words for whom it counts (`全市`, `本级`), `counted` the area or body named last (see
 * `findCountedBody`), `asides` numbers in brackets right behind it and, for decisions, those behind 其中.
 */
export interface Claim {
  readonly measures: readonly MeasureKey[];
  readonly value: number;
  readonly step: number;
  readonly isApproximate: boolean;
  readonly caution: string | null;
  readonly bodies: string;
  readonly counted: string | null;
  readonly asides: readonly number[];
  readonly quote: Quote;
}
