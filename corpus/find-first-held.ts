import type { ReportToIndex } from "./report-to-index.ts";

/**
 * When a report was first held: the earliest capture of its versions, ISO 8601 in UTC. Reading a report again does
 * not change it, nor does a newer version.
 */
export function findFirstHeld({
  capture,
  versions,
}: Pick<ReportToIndex, "capture" | "versions">): string {
  return versions
    .map((version) => version.capture.capturedAt)
    .reduce(
      (first, time) => (Date.parse(time) < Date.parse(first) ? time : first),
      capture.capturedAt,
    );
}
