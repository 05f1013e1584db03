import type { HostRecord } from "../../corpus/frontier.ts";
import { computeDelay, type PaceBounds } from "../manners/compute-delay.ts";
import { parseHostRobots } from "./host-notes.ts";

/** Milliseconds that a host is owed before the next request where nobody wrote down how the last one ended. */
export function findOwedPause(host: HostRecord, pace: PaceBounds, now: number): number {
  const crawlDelayMs = parseHostRobots(host, now)?.crawlDelayMs ?? null;
  return computeDelay({ crawlDelayMs, responseMs: host.responseMs }, pace);
}
