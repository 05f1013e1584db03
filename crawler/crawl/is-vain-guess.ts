import type { Claim } from "../../corpus/frontier.ts";
import type { FetchFailed } from "../http/fetch-failed.ts";
import { isAbsent } from "./is-absent.ts";

/**
 * Whether an address that gave nothing was only a guess: a further page of a list that no page told of, or a year or
 * name of a pattern, and that never was there. Nothing is missing then, and nobody counts it as a failure.
 */
export function isVainGuess(
  { trail, digest }: Pick<Claim, "trail" | "digest">,
  failure: Pick<FetchFailed, "failure"> | null,
): boolean {
  return failure !== null && trail.trial !== null && digest === null && isAbsent(failure.failure);
}
