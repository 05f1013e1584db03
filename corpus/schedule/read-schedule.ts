import { InvalidSchedule, parseSchedule, type Schedule } from "./schedule.ts";

/** A schedule as the store holds it; one that another release wrote and this one cannot read counts as none. */
export function readSchedule(text: string | null): Schedule {
  try {
    return parseSchedule(text);
  } catch (error) {
    if (error instanceof InvalidSchedule) return { kind: "off" };
    throw error;
  }
}
