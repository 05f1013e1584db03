import type { Fetched } from "../http/exchange.ts";
import type { Rendered } from "./rendered.ts";

/** Redirects, and what a page asked for by its scripts, came without a pause: the host rests for them afterwards. */
export function countRequests(fetched: Fetched | Rendered | null): number {
  if (fetched === null) return 1;
  return "requests" in fetched ? fetched.requests : fetched.exchanges.length;
}
