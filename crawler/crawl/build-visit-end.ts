import type { FailureCause } from "../../corpus/failure.ts";
import type { Claim, VisitEnd } from "../../corpus/frontier.ts";
import type { FetchFailed } from "../http/fetch-failed.ts";
import { computeBackOff } from "../manners/compute-back-off.ts";
import type { Answer } from "./ask-page.ts";
import { formatTime } from "./crawl-parts.ts";
import { isVainGuess } from "./is-vain-guess.ts";

/** So often an address is tried before it counts as failed. */
const mostAttempts = 6;
/** Nothing was asked for then. */
const unasked: ReadonlySet<FailureCause> = new Set(["dns", "robots-unreachable"]);

/** What becomes of an address by what came of it; `now` is in milliseconds since 1970. */
export function buildVisitEnd(
  claim: Claim,
  { fetched, failure, digest }: Answer,
  now: number,
): VisitEnd {
  const status = fetched?.status ?? null;
  if (isVainGuess(claim, failure))
    return { state: "done", status: status ?? 0, digest: null, etag: null, lastModified: null };
  if (failure !== null) return buildFailedEnd(claim, failure, { status, now });
  const { headers = {}, movedTo = null } = fetched ?? {};
  const isSame = status === 304;
  return {
    state: "done",
    status: status ?? 0,
    digest: movedTo === null ? digest : claim.digest,
    etag: headers["etag"] ?? (isSame ? claim.etag : null),
    lastModified: headers["last-modified"] ?? (isSame ? claim.lastModified : null),
  };
}

/**
 * When an address that gave nothing is tried again, or that it is not. One that could not even be asked for is never
 * given up.
 */
export function buildFailedEnd(
  claim: Claim,
  { failure, message: reason, next, waitMs }: FetchFailed,
  { status, now }: { readonly status: number | null; readonly now: number },
): VisitEnd {
  const isTried = (next === "retry" || next === "later") && !unasked.has(failure);
  const wait = computeBackOff(failure, claim.attempts + 1, waitMs);
  const isOver = next === "give-up" || (isTried && claim.attempts + 1 >= mostAttempts);
  const dueAt = formatTime(now + (wait ?? 0));
  return { state: isOver ? "failed" : "due", status, failure, reason, dueAt };
}
