import { endVisit } from "../../corpus/store/frontier/end-visit.ts";
import type { VisitRecord } from "../../corpus/visit-record.ts";
import { type CrawlParts, formatTime } from "./crawl-parts.ts";
import { findOwedPause } from "./find-owed-pause.ts";
import type { ClaimToHandle } from "./claim-to-handle.ts";

/** A visit that breaks is tried so often, after so many milliseconds. */
const mostBroken = 3;
const brokenMs = 30_000;

/**
 * Writes down that a visit broke for a reason that is no page's: the address is tried again later and counts as failed
 * in the end, so that no crawl goes on for ever.
 */
export async function endBroken(
  { claim, runId, network }: ClaimToHandle,
  error: unknown,
  { store, owner, now, onEvent }: CrawlParts,
): Promise<void> {
  const reason = `The visit broke off: ${error instanceof Error ? error.message : String(error)}`;
  const isOver = claim.attempts + 1 >= mostBroken;
  const at = formatTime(now());
  const dueAt = formatTime(now() + brokenMs);
  const failure = "broken";
  const { role, sourceId, request } = claim;
  // Something may have been asked for: the pause is owed all the same.
  const pausedMs = now() + findOwedPause(claim.host, network.pace, now());
  const pacedUntil = findLater(claim.host.pacedUntil, formatTime(pausedMs));
  const host = { ...claim.host, pacedUntil };
  const place = { runId, sourceId, host: host.name, url: request.url, role };
  const nothing = { status: null, change: null, digest: null, bytes: 0, tookMs: 0 };
  const visit: VisitRecord = { ...place, ...nothing, failure, reason };
  const end = { state: isOver ? "failed" : "due", status: null, failure, reason, dueAt } as const;
  await endVisit(store, { id: claim.id, owner, now: at, end, host, found: [], visit });
  onEvent({ type: "visited", at, found: 0, wait: null, ...visit });
}

function findLater(one: string, other: string): string {
  return one > other ? one : other;
}
