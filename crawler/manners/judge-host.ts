import type { HostRecord } from "../../corpus/frontier.ts";
import type { FetchFailed } from "../http/fetch-failed.ts";
import { computeBackOff } from "./compute-back-off.ts";
import { hostEffects } from "./host-effects.ts";

/**
 * What the manners keep of a host. It waits while `readyAt` lies ahead, whatever its state; `failures` are those of the
 * host in a row, `trips` the challenges since a person last looked, `reason` a sentence, null while all is well.
 */
export type HostProfile = Pick<
  HostRecord,
  "state" | "reason" | "readyAt" | "pacedUntil" | "failures" | "trips"
>;

/** How a visit ended: `failed` is null where the host answered; `delayMs` is the pause that it is owed now. */
export interface HostOutcome {
  readonly failed: Pick<FetchFailed, "failure" | "message" | "waitMs"> | null;
  readonly delayMs: number;
}

/** `readyAt` of a host that nothing but a person opens again. */
export const untilLookedAt = "9999-12-31T23:59:59.999Z";
/** So many failures of the host in a row close it. */
const circuit = 3;

/** A host of which nothing is known yet, and one that a person has looked at. `now` is in milliseconds since 1970. */
export function buildHostProfile(now: number): HostProfile {
  const at = formatTime(now);
  return { state: "open", reason: null, readyAt: at, pacedUntil: at, failures: 0, trips: 0 };
}

/**
 * The profile of a host after a visit. A pause or a wait once given is never shortened: what comes in late, while the
 * host is closed, only extends it. `now` is in milliseconds since 1970.
 */
export function judgeHost(before: HostProfile, outcome: HostOutcome, now: number): HostProfile {
  const pacedUntil = findLater(before.pacedUntil, now + outcome.delayMs);
  const profile = { ...before, pacedUntil };
  const { failed } = outcome;
  const effect = failed === null ? "answered" : hostEffects[failed.failure];
  const isClosed = Date.parse(before.readyAt) > now;
  // A host that waits for a person learns nothing from what was under way.
  if (effect === "none" || (isClosed && before.state !== "open" && effect !== "lost"))
    return profile;
  if (failed === null || effect === "answered")
    return isClosed ? profile : { ...profile, state: "open", reason: null, failures: 0 };
  const told = { ...profile, reason: failed.message };
  if (effect === "lost") return { ...told, state: "lost", readyAt: untilLookedAt };
  if (effect === "person") return judgeChallenge(told, now);
  return judgeFailure(told, failed, now);
}

function judgeChallenge(profile: HostProfile, now: number): HostProfile {
  const trips = profile.trips + 1;
  const readyAt = close(profile.readyAt, computeBackOff("challenge", trips, null), now);
  return { ...profile, state: "challenged", readyAt, trips };
}

/** One failure may be the address's; three in a row are the host's. */
function judgeFailure(
  profile: HostProfile,
  { failure, waitMs }: NonNullable<HostOutcome["failed"]>,
  now: number,
): HostProfile {
  const failures = profile.failures + 1;
  const closesAtOnce = hostEffects[failure] === "closes" || waitMs !== null;
  if (failures < circuit && !closesAtOnce) return { ...profile, failures };
  const inARow = closesAtOnce ? failures : failures - circuit + 1;
  const readyAt = close(profile.readyAt, computeBackOff(failure, inARow, waitMs), now);
  return { ...profile, readyAt, failures };
}

function close(readyAt: string, waitMs: number | null, now: number): string {
  if (waitMs === null || !Number.isFinite(waitMs)) return untilLookedAt;
  return findLater(readyAt, now + waitMs);
}

function findLater(known: string, ms: number): string {
  return Date.parse(known) >= ms ? known : formatTime(ms);
}

function formatTime(ms: number): string {
  return new Date(ms).toISOString();
}
