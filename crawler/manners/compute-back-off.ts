import { type FailureCause, failures, type NextStep } from "../../corpus/failure.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How long is waited after failures in a row: the `steps` one after the other, then `growth.first`, doubled each time, up
 * to `growth.most`. Where `growth` is null, only a person goes on.
 */
interface BackOff {
  readonly steps: readonly number[];
  readonly growth: { readonly first: number; readonly most: number } | null;
}

const silence = { first: 30 * minuteMs, most: 2 * dayMs };

/** An address whose failure is final has nothing to wait for. */
const usual: Readonly<Record<NextStep, BackOff>> = {
  retry: { steps: [minuteMs, 2 * minuteMs, 4 * minuteMs], growth: silence },
  later: { steps: [], growth: silence },
  "give-up": { steps: [], growth: null },
  "stop-host": { steps: [], growth: null },
};

const patience: BackOff = { steps: [], growth: { first: 15 * minuteMs, most: dayMs } };
const special: Readonly<Partial<Record<FailureCause, BackOff>>> = {
  "server-error": patience,
  "too-many-requests": patience,
  // As long as a robots.txt that could not be read is kept.
  "robots-unreachable": { steps: [], growth: { first: hourMs, most: dayMs } },
  challenge: { steps: [dayMs, 3 * dayMs, 7 * dayMs], growth: null },
};

/** So often in a row a host's own `Retry-After` is believed to be enough. */
const trusted = 3;

/**
 * Milliseconds to wait after a failure, at least `retryAfterMs` (Infinity stays so: a person is to look); null where no
 * time mends it, but a person or nothing.
 * `inARow` counts this failure: 1 for the first. For the same cause the wait never shrinks as `inARow` grows.
 */
export function computeBackOff(
  cause: FailureCause,
  inARow: number,
  retryAfterMs: number | null,
): number | null {
  const backOff = special[cause] ?? usual[failures[cause].next];
  if (retryAfterMs === null || failures[cause].next !== "later")
    return extend(findWait(backOff, inARow), retryAfterMs);
  return inARow <= trusted
    ? retryAfterMs
    : extend(findWait(backOff, inARow - trusted), retryAfterMs);
}

function extend(wait: number | null, retryAfterMs: number | null): number | null {
  return wait === null ? null : Math.max(wait, retryAfterMs ?? 0);
}

function findWait({ steps, growth }: BackOff, inARow: number): number | null {
  const at = Math.max(0, inARow - 1);
  const step = steps[at];
  if (step !== undefined || growth === null) return step ?? null;
  return Math.min(growth.first * 2 ** (at - steps.length), growth.most);
}
