import type { FailureCause } from "../../corpus/failure.ts";
import type { Claim } from "../../corpus/frontier.ts";

/** What went wrong on this side of the wire, or was answered: the scheme is not what is wrong. */
const otherFailures: ReadonlySet<FailureCause> = new Set([
  "disk",
  "broken",
  "browser",
  "not-found",
  "soft-404",
  "too-many-requests",
]);

/**
 * Links say http where only https answers, and the other way round: every second attempt asks for the other. A host that
 * asked for a person has answered under its own, and so has one whose answer was lost here.
 */
export function chooseScheme({
  request,
  attempts,
  failure,
  host,
}: Pick<Claim, "request" | "attempts" | "failure" | "host">): string {
  const isOther = failure !== null && otherFailures.has(failure);
  const isSure = attempts % 2 === 0 || isOther || host.state === "challenged";
  if (isSure || new URL(request.url).port !== "") return request.url;
  return request.url.startsWith("https:")
    ? request.url.replace(/^https/u, "http")
    : request.url.replace(/^http/u, "https");
}
