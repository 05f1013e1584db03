import type { RunCause } from "../../corpus/run.ts";
import { computeNext } from "../../corpus/schedule/compute-next.ts";
import { isBeforeSchedule } from "../../corpus/schedule/is-before-schedule.ts";
import { readSchedule } from "../../corpus/schedule/read-schedule.ts";
import type { SourceRow } from "../../corpus/store/source-rows.ts";

/** A crawl to come. `at` is in milliseconds since 1970. */
export interface NextCrawl {
  readonly at: number;
  readonly cause: RunCause;
}

/**
 * The next crawl of a source: the one that a person asked for, else the next full one of its schedule, tries for what the
 * last one left passed by, else one that a person begins at `now` (ISO 8601 in UTC).
 */
export function planNextCrawl(row: SourceRow, now: string): NextCrawl {
  const { source, wantedAt, nextAt, lastFullAt: last } = row;
  if (wantedAt !== null) return { at: Date.parse(now), cause: row.wantedAs };
  const schedule = readSchedule(row.schedule);
  const times = { sourceId: source.id, last };
  const isFull = nextAt !== null && !isBeforeSchedule(schedule, { ...times, now: nextAt });
  const at = isFull ? nextAt : computeNext(schedule, { ...times, now }).at;
  if (at === null) return { at: Date.parse(now), cause: "command" };
  return { at: Date.parse(at > now ? at : now), cause: "schedule" };
}
