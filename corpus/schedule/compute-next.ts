import { createHash } from "node:crypto";
import { buildCron, type Schedule } from "./schedule.ts";

/** Why a source is visited when it is: `retry` before its schedule asks for it, for addresses that gave nothing. */
export const nextReasons = [
  "off",
  "first",
  "season",
  "monthly",
  "interval",
  "cron",
  "retry",
] as const;
export type NextReason = (typeof nextReasons)[number];

/** `at` is ISO 8601 in UTC; null where no visit comes by itself. */
export interface NextVisit {
  readonly at: string | null;
  readonly reason: NextReason;
}

/** `last` is when the last full crawl ended, null where there was none; `now` and it are ISO 8601 in UTC. */
export interface VisitTimes {
  readonly sourceId: string;
  readonly last: string | null;
  readonly now: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const chinaMs = 8 * hourMs;
/** Portals close from 20:00 to 07:00; visits begin an hour before at the latest, so that they end by then. */
const opensAt = 7;
const closesAt = 20;
const lastStart = 19;
/** Reports must be published by the end of January and of March. */
const seasonMonths = 3;
/** A visit this shortly after the last one would tell nothing new: a person asked for that one. */
const seasonGapMs = 12 * hourMs;
const monthlyGapMs = 15 * dayMs;

/**
 * The next visit of a source by its schedule: for `auto` at a minute of the day and a day of the month that its id
 * chooses, so that sources are spread, and while portals are open. The same answer for the same question.
 */
export function computeNext(schedule: Schedule, times: VisitTimes): NextVisit {
  const { sourceId, last, now } = times;
  if (schedule.kind === "off") return { at: null, reason: "off" };
  if (schedule.kind === "cron") {
    const next = buildCron(schedule.line).nextRun(new Date(now));
    return { at: next?.toISOString() ?? null, reason: "cron" };
  }
  const nowMs = Date.parse(now);
  if (schedule.kind === "interval") {
    const due = last === null ? nowMs : Date.parse(last) + schedule.hours * hourMs;
    return { at: formatTime(Math.max(due, nowMs)), reason: last === null ? "first" : "interval" };
  }
  if (last === null) return { at: formatTime(findOpening(sourceId, nowMs)), reason: "first" };
  return findSlot(sourceId, { lastMs: Date.parse(last), nowMs });
}

/** Whether portals are closed for the night, in China, at an ISO instant. */
export function isNight(instant: string): boolean {
  const hour = new Date(Date.parse(instant) + chinaMs).getUTCHours();
  return hour < opensAt || hour >= closesAt;
}

/** This moment while portals are open, else the source's own minute of the next day. */
function findOpening(sourceId: string, nowMs: number): number {
  if (!isNight(formatTime(nowMs))) return nowMs;
  const today = Math.floor((nowMs + chinaMs) / dayMs);
  const slots = [today, today + 1].map((day) => buildSlot(sourceId, day));
  return slots.find((slot) => slot > nowMs) ?? nowMs;
}

/** The first moment of the source's own that is ahead, and long enough after the last visit. */
function findSlot(
  sourceId: string,
  { lastMs, nowMs }: { readonly lastMs: number; readonly nowMs: number },
): NextVisit {
  const ownDay = 1 + (readHash(sourceId, 4) % 28);
  const firstDay = Math.floor((nowMs + chinaMs) / dayMs);
  for (let day = firstDay; ; day += 1) {
    const date = new Date(day * dayMs);
    const isSeason = date.getUTCMonth() < seasonMonths;
    if (!isSeason && date.getUTCDate() !== ownDay) continue;
    const slot = buildSlot(sourceId, day);
    const gapMs = isSeason ? seasonGapMs : monthlyGapMs;
    if (slot > nowMs && slot - lastMs >= gapMs)
      return { at: formatTime(slot), reason: isSeason ? "season" : "monthly" };
  }
}

/** `day` counts the days of China since 1970. */
function buildSlot(sourceId: string, day: number): number {
  const minute = readHash(sourceId, 0) % ((lastStart - opensAt) * 60);
  return day * dayMs - chinaMs + opensAt * hourMs + minute * minuteMs;
}

function readHash(sourceId: string, offset: number): number {
  return createHash("sha256").update(sourceId).digest().readUInt32BE(offset);
}

function formatTime(ms: number): string {
  return new Date(ms).toISOString();
}
