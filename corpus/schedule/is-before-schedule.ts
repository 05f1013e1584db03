import { computeNext, type VisitTimes } from "./compute-next.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Whether a schedule asks for no crawl yet: one that begins now is for what the last one left. `last` is when the last
 * full crawl ended; without one the schedule asks for it.
 */
export function isBeforeSchedule(schedule: Schedule, { sourceId, last, now }: VisitTimes): boolean {
  if (last === null) return false;
  const { at } = computeNext(schedule, { sourceId, last, now: last });
  return at !== null && at > now;
}
