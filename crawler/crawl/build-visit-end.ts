import type { FailureCause } from "../../corpus/failure.ts";
import type { Claim, VisitEnd } from "../../corpus/frontier.ts";
import type { FetchFailed } from "../http/fetch-failed.ts";
import { computeBackOff } from "../manners/compute-back-off.ts";
import type { Answer } from "./ask-page.ts";
import { formatTime } from "./crawl-parts.ts";
import { findGuessRest } from "./find-guess-rest.ts";
import { isVainGuess } from "./is-vain-guess.ts";
import { absenceRule, isDoubtful, type MissedContent } from "./judge-absence.ts";

/** So often an address is tried before it counts as failed. */
const mostAttempts = 6;
/** Nothing was asked for then. */
const unasked: ReadonlySet<FailureCause> = new Set(["dns", "robots-unreachable"]);

const nothing = { state: "done", digest: null, etag: null, lastModified: null } as const;

/** A page that may only have been shown after a burst of requests is asked for once more after this. Milliseconds. */
const doubtMs = 5 * 60_000;
/** What is missing is looked for in this rhythm until it counts as gone, in milliseconds. */
const absenceMs = (absenceRule.days * 86_400_000) / (absenceRule.sightings - 1);
const isFile: ReadonlySet<string> = new Set(["report", "attachment"]);

/**
 * What becomes of an address by what came of it; `now` is in milliseconds since 1970. `missed` is what is known of a
 * content that was held and is not there.
 */
export function buildVisitEnd(
  claim: Claim,
  { fetched, failure, suspect, digest, place }: Answer,
  { now, missed }: { readonly now: number; readonly missed: MissedContent | null },
): VisitEnd {
  const status = fetched?.status ?? null;
  // A short page that the host is not known for may be there for all that is asked for: that says nothing of a guess.
  const isUnsure = suspect !== null && failure !== null && isDoubtful(claim, failure);
  if (!isUnsure && isVainGuess(claim, failure))
    return { ...nothing, status: status ?? 0, restUntil: findGuessRest(claim, now) };
  if (failure !== null && missed !== null)
    return buildMissedEnd(claim, buildFailedEnd(claim, failure, { status, now }), { now, missed });
  if (failure !== null) return buildFailedEnd(claim, failure, { status, now });
  const { headers = {}, movedTo = null } = fetched ?? {};
  const isSame = status === 304;
  return {
    state: "done",
    status: status ?? 0,
    digest: movedTo === null ? digest : claim.digest,
    etag: headers["etag"] ?? (isSame ? claim.etag : null),
    lastModified: headers["last-modified"] ?? (isSame ? claim.lastModified : null),
    ...(!isSame && { place }),
  };
}

/** A report that is missing is looked for until it is gone; lists are visited by every crawl as they are. */
function buildMissedEnd(
  { role, attempts }: Claim,
  end: VisitEnd,
  { now, missed: { absence, isGone } }: { readonly now: number; readonly missed: MissedContent },
): VisitEnd {
  if (end.state === "done") return end;
  const noted = absence === null ? end : { ...end, absence };
  const isOver = isGone || end.state === "due" || attempts + 1 >= mostAttempts;
  if (isOver || !isFile.has(role)) return noted;
  return { ...noted, state: "due", dueAt: formatTime(now + absenceMs) };
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
  if (isDoubtful(claim, { failure }))
    return { state: "due", status, failure, reason, dueAt: formatTime(now + doubtMs) };
  const wait = computeBackOff(failure, claim.attempts + 1, waitMs);
  const isOver = next === "give-up" || (isTried && claim.attempts + 1 >= mostAttempts);
  // Its host is not asked before a person has looked, whenever the address is due.
  const dueAt = formatTime(now + (Number.isFinite(wait) ? (wait ?? 0) : 0));
  return { state: isOver ? "failed" : "due", status, failure, reason, dueAt };
}
