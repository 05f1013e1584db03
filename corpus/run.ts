/**
 * What made a crawl of a source begin: a person on the command line, its schedule, a person on the page, or addresses
 * that the last crawl left (`retry`), which are all that it visits.
 */
export const runCauses = ["command", "schedule", "request", "retry"] as const;
export type RunCause = (typeof runCauses)[number];

/** `stopped` before its end: by a person, or because its process died. */
export const runStates = ["running", "done", "stopped"] as const;
export type RunState = (typeof runStates)[number];

/** One crawl of one source. Times are ISO 8601 in UTC. */
export interface Run {
  readonly id: number;
  readonly sourceId: string;
  readonly cause: RunCause;
  readonly state: RunState;
  readonly startedAt: string;
  /** The last sign of life of its process. */
  readonly heardAt: string;
  readonly endedAt: string | null;
  readonly visits: number;
  readonly failures: number;
  /** Addresses that were new. */
  readonly found: number;
  /** Contents that were new where they lay and may be reports. */
  readonly contents: number;
  readonly bytes: number;
}
