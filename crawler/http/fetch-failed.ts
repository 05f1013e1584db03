import { dropNul } from "../../corpus/drop-nul.ts";
import { type FailureCause, failures, type NextStep } from "../../corpus/failure.ts";
import type { Fetched } from "./exchange.ts";

interface FailureDetails {
  readonly cause?: unknown;
  /** How long to wait at least, in milliseconds; null where the frontier decides, Infinity where a person is to. */
  readonly waitMs?: number | null;
  /** What the host answered, where it did: it is archived all the same. */
  readonly fetched?: Fetched | null;
}

/** An address gave nothing; `next` says what comes next. The message is a sentence for a person. */
export abstract class FetchFailed extends Error {
  readonly failure: FailureCause;
  readonly waitMs: number | null;
  readonly fetched: Fetched | null;

  constructor(
    failure: FailureCause,
    message: string,
    { cause, waitMs = null, fetched = null }: FailureDetails = {},
  ) {
    // Hosts write into it what they like.
    super(dropNul(message), { cause });
    this.failure = failure;
    this.waitMs = waitMs;
    this.fetched = fetched;
  }

  get next(): NextStep {
    return failures[this.failure].next;
  }
}

/** The address may answer if asked again soon: a connection that broke off. */
export class TryAgain extends FetchFailed {
  override readonly name = "TryAgain";
}

/** The host asks for patience or does not answer at this hour: the address stays due for later. */
export class TryLater extends FetchFailed {
  override readonly name = "TryLater";
}

/** The address gives no report however often it is asked: gone, forbidden, too large. */
export class GiveUp extends FetchFailed {
  override readonly name = "GiveUp";
}

/** Nothing more may be asked of this host until a person has looked: a challenge, a lost domain. */
export class StopHost extends FetchFailed {
  override readonly name = "StopHost";
}

const classes = {
  retry: TryAgain,
  later: TryLater,
  "give-up": GiveUp,
  "stop-host": StopHost,
} as const satisfies Readonly<Record<NextStep, unknown>>;

/** The error of what comes next after this failure. */
export function buildFailure(
  failure: FailureCause,
  message: string,
  details: FailureDetails = {},
): FetchFailed {
  return new classes[failures[failure].next](failure, message, details);
}
