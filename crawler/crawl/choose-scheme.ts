import type { FailureCause } from "../../corpus/failure.ts";
import type { Claim } from "../../corpus/frontier.ts";

/** What went wrong on this side of the wire. */
const ownFailures: ReadonlySet<FailureCause> = new Set(["disk", "broken", "browser"]);

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
  const isOwn = failure !== null && ownFailures.has(failure);
  const isSure = attempts % 2 === 0 || isOwn || host.state === "challenged";
  if (isSure || new URL(request.url).port !== "") return request.url;
  return request.url.startsWith("https:")
    ? request.url.replace(/^https/u, "http")
    : request.url.replace(/^http/u, "https");
}
