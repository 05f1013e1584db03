import type { Claim } from "../../corpus/frontier.ts";
import type { HeldSource } from "../../corpus/store/sources.ts";
import type { Network } from "./crawl-parts.ts";

/** A claimed address and the crawl that it is visited for. */
export interface ClaimToHandle {
  readonly claim: Claim;
  readonly source: HeldSource;
  readonly network: Network;
  readonly runId: number;
  readonly signal: AbortSignal;
}
