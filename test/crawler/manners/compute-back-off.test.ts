import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureCauses, failures, type FailureCause } from "../../../corpus/failure.ts";
import { computeBackOff } from "../../../crawler/manners/compute-back-off.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function listWaits(cause: FailureCause, times: number): readonly (number | null)[] {
  return Array.from({ length: times }, (_, at) => computeBackOff(cause, at + 1, null));
}

describe("computeBackOff", () => {
  it.each(["server-error", "too-many-requests"] as const)(
    "%s: 15 min, doubled to a day",
    (cause) => {
      expect(listWaits(cause, 4)).toEqual([15, 30, 60, 120].map((wait) => wait * minute));
      expect(computeBackOff(cause, 60, null)).toBe(day);
    },
  );

  it.each(["timeout", "dns", "refused", "tls"] as const)(
    "%s: 30 min, doubled to two days",
    (cause) => {
      expect(listWaits(cause, 3)).toEqual([30, 60, 120].map((wait) => wait * minute));
      expect(computeBackOff(cause, 60, null)).toBe(2 * day);
    },
  );

  it.each(["reset", "bad-response"] as const)("%s: soon three times, then later", (cause) => {
    expect(listWaits(cause, 5)).toEqual([1, 2, 4, 30, 60].map((wait) => wait * minute));
  });

  it("a challenge: a day, three, a week, then a person", () => {
    expect(listWaits("challenge", 5)).toEqual([day, 3 * day, 7 * day, null, null]);
  });

  it("what is final waits for nothing, whatever is asked for", () => {
    const final = failureCauses.filter((cause) => failures[cause].next === "give-up");
    expect(final.length).toBeGreaterThan(5);
    for (const cause of [...final, "domain-lost"] as const)
      expect(computeBackOff(cause, 1, minute)).toBeNull();
  });

  it("Retry-After counts, and alone only three times", () => {
    const waits = [1, 2, 3, 4, 5].map((at) => computeBackOff("too-many-requests", at, minute));
    expect(waits).toEqual([1, 1, 1, 15, 30].map((wait) => wait * minute));
    expect(computeBackOff("server-error", 9, 20 * hour)).toBe(20 * hour);
  });

  it("never shrinks, never falls below Retry-After, and is bounded", () => {
    const asked = fc.option(fc.integer({ min: 0, max: day }));
    fc.assert(
      fc.property(
        fc.constantFrom(...failureCauses),
        fc.nat(2_000),
        asked,
        (cause, inARow, retryAfter) => {
          const [wait, next] = [inARow, inARow + 1].map(
            (at) => computeBackOff(cause, at, retryAfter) ?? Number.POSITIVE_INFINITY,
          );
          expect(next).toBeGreaterThanOrEqual(wait ?? Number.NaN);
          expect(wait).toBeGreaterThanOrEqual(retryAfter ?? minute);
          const isTimed = ["retry", "later"].includes(failures[cause].next);
          expect(isTimed ? wait : 0).toBeLessThanOrEqual(2 * day);
        },
      ),
    );
  });
});
