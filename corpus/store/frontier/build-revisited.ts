import { expressionBuilder } from "kysely";
import type { Schema } from "../schema.ts";

/**
 * What a new crawl of a source visits again, times as ISO 8601 in UTC: entries and lists always, whatever they gave;
 * reports and attachments last visited before `oldBefore`, those that gave nothing before `failedBefore`, and young ones
 * (first found after `youngSince`) before `youngBefore`. Guesses that found nothing rest until their time, where that is
 * after `restedBy`. With `isEager` what waits after a failure waits no longer.
 */
export interface Revisit {
  readonly sourceId: string;
  readonly now: string;
  readonly oldBefore: string;
  readonly youngSince: string;
  readonly youngBefore: string;
  readonly failedBefore: string;
  readonly isEager: boolean;
  /** `now`, or the end of time where everything is visited. */
  readonly restedBy: string;
}

/** The condition on a row of `address` that a new crawl visits it again. */
export function buildRevisited(revisit: Revisit) {
  const eb = expressionBuilder<Schema, "address">();
  const isState = (state: string) => eb("address.state", "=", state);
  const isSince = (before: string) => eb("address.visited_at", "<=", before);
  const isList = eb("address.role", "in", ["entry", "column", "list", "frame"]);
  const isYoung = eb("address.found_at", ">=", revisit.youngSince);
  const isRested = eb("address.due_at", "<=", revisit.restedBy);
  const isDone = eb.and([isState("done"), isRested]);
  const isVisited = eb.or([isDone, isState("failed")]);
  const isWaiting = eb.and([isState("due"), eb("address.due_at", ">", revisit.now)]);
  return eb.and([
    eb("address.source_id", "=", revisit.sourceId),
    eb.or([
      eb.and([isVisited, eb.or([isList, eb.and([isYoung, isSince(revisit.youngBefore)])])]),
      eb.and([isDone, isSince(revisit.oldBefore)]),
      eb.and([isState("failed"), isSince(revisit.failedBefore)]),
      ...(revisit.isEager ? [isWaiting] : []),
    ]),
  ]);
}
