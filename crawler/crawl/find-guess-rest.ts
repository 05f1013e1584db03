import type { Claim } from "../../corpus/frontier.ts";
import { patternTrial } from "../links/expand-pattern.ts";
import { formatTime } from "./crawl-parts.ts";
import { revisitDays } from "./plan-revisit.ts";

const dayMs = 86_400_000;
/** Days before a guess that found nothing is asked for again. */
export const guessDays = { list: 30, earlierYear: 180 } as const;

/**
 * When a guess that found nothing at `now` (milliseconds since 1970) may be asked for again: earlier years seldom, since
 * hardly a report is published years late; last year's in the rhythm of young reports.
 */
export function findGuessRest({ trail, hints }: Claim, now: number): string {
  const isEarlier = hints.year !== null && hints.year < new Date(now).getUTCFullYear() - 1;
  if (trail.trial !== patternTrial) return formatTime(now + guessDays.list * dayMs);
  const days = isEarlier ? guessDays.earlierYear : revisitDays.young;
  return formatTime(now + days * dayMs);
}
