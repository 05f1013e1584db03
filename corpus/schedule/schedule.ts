import { Cron } from "croner";

/**
 * When a source is visited: `auto` (daily in January to March, when reports appear, monthly otherwise), never by itself,
 * every so many hours, or at the times of a cron line of five fields in China's time.
 */
export type Schedule =
  | { readonly kind: "auto" }
  | { readonly kind: "off" }
  | { readonly kind: "interval"; readonly hours: number }
  | { readonly kind: "cron"; readonly line: string };

/** The text is no schedule: write one of those that the message names. */
export class InvalidSchedule extends Error {
  override readonly name = "InvalidSchedule";
}

/** All of China keeps the time of Shanghai, eight hours before UTC, the year round. */
export const scheduleZone = "Asia/Shanghai";

const hoursOf = { h: 1, d: 24 } as const;
const mostHours = 366 * 24;
const leastCronMs = 3_600_000;
const advice =
  "write auto, off, an interval such as 12h or 7d, or a cron line of five fields such as '30 9 * * 1' (times in China)";

/** Reads a schedule as a person or the store writes it; null is `off`. Throws InvalidSchedule. */
export function parseSchedule(text: string | null): Schedule {
  const words = (text ?? "off").trim().toLowerCase().split(/\s+/);
  if (words[0] === "every") words.shift();
  const plain = words.join(" ");
  if (plain === "auto" || plain === "off") return { kind: plain };
  const interval = /^(\d{1,5})(h|d)$/.exec(words.join(""));
  if (interval !== null && words.length < 3) return parseInterval(interval);
  if (words.length === 5) return { kind: "cron", line: parseCron(plain) };
  throw new InvalidSchedule(`“${text}” is no schedule: ${advice}.`);
}

/** The text that `parseSchedule` reads as this schedule. */
export function formatSchedule(schedule: Schedule): string {
  if (schedule.kind === "cron") return schedule.line;
  if (schedule.kind !== "interval") return schedule.kind;
  const { hours } = schedule;
  return hours % 24 === 0 ? `every ${hours / 24}d` : `every ${hours}h`;
}

/** A cron line of five fields, in China's time. It starts no timer. */
export function buildCron(line: string): Cron {
  return new Cron(line, { timezone: scheduleZone, mode: "5-part" });
}

function parseInterval([text = "", count = "", unit = ""]: RegExpExecArray): Schedule {
  const hours = Number(count) * (unit === "d" ? hoursOf.d : hoursOf.h);
  if (hours >= 1 && hours <= mostHours) return { kind: "interval", hours };
  throw new InvalidSchedule(`“${text}” is no interval: write one from 1h to 366d.`);
}

function parseCron(line: string): string {
  let next: readonly Date[];
  try {
    // Where an hour has two minutes, two of any three times that follow one another lie in one hour.
    next = buildCron(line).nextRuns(3);
  } catch (cause) {
    throw new InvalidSchedule(`“${line}” cannot be read as a cron line: ${advice}.`, { cause });
  }
  if (next.length === 0)
    throw new InvalidSchedule(`“${line}” names a time that never comes: ${advice}.`);
  if (next.some((time, at) => time.getTime() - Number(next[at - 1] ?? -Infinity) < leastCronMs))
    throw new InvalidSchedule(
      `“${line}” names times less than an hour apart: name one minute of the hour, or ${advice}.`,
    );
  return line;
}
