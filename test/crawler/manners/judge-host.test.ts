import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureCauses, type FailureCause } from "../../../corpus/failure.ts";
import { buildFailure } from "../../../crawler/http/fetch-failed.ts";
import { demoPace } from "../../../crawler/manners/compute-delay.ts";
import { explainPace } from "../../../crawler/manners/explain-pace.ts";
import {
  buildHostProfile,
  type HostOutcome,
  type HostProfile,
  judgeHost,
  untilLookedAt,
} from "../../../crawler/manners/judge-host.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.parse("2024-01-17T08:00:00Z");
const answer: HostOutcome = { failed: null, delayMs: 3_000 };

function fail(cause: FailureCause, waitMs: number | null = null): HostOutcome {
  return { failed: buildFailure(cause, `It ended with ${cause}.`, { waitMs }), delayMs: 3_000 };
}

/** The profile after outcomes that come as soon as the host may be asked. */
function visit(outcomes: readonly HostOutcome[], profile = buildHostProfile(start)): HostProfile {
  return outcomes.reduce((host, outcome) => judgeHost(host, outcome, findReady(host)), profile);
}

function findReady({ readyAt, pacedUntil }: HostProfile): number {
  return Math.max(Date.parse(readyAt), Date.parse(pacedUntil));
}

function findWait(host: HostProfile, since: number): number {
  return Date.parse(host.readyAt) - since;
}

describe("judgeHost", () => {
  it("gives a pause after every answer", () => {
    const host = judgeHost(buildHostProfile(start), answer, start);
    expect(host).toEqual({ ...buildHostProfile(start), pacedUntil: "2024-01-17T08:00:03.000Z" });
  });

  it("closes a host after three failures in a row, and longer each time", () => {
    const two = visit([fail("timeout"), fail("refused")]);
    expect(two).toMatchObject({
      state: "open",
      failures: 2,
      readyAt: buildHostProfile(start).readyAt,
    });
    const now = findReady(two);
    const three = judgeHost(two, fail("timeout"), now);
    expect(findWait(three, now)).toBe(30 * minute);
    expect(three.reason).toBe("It ended with timeout.");
    const later = findReady(three);
    expect(findWait(judgeHost(three, fail("dns"), later), later)).toBe(60 * minute);
    expect(visit([answer], three)).toMatchObject({ failures: 0, reason: null });
  });

  it.each(["not-found", "too-large", "forbidden"] as const)(
    "takes %s for a sign of life",
    (cause) => {
      expect(visit([fail("timeout"), fail("timeout"), fail(cause)]).failures).toBe(0);
    },
  );

  it.each(["robots", "disk", "trap", "bad-response"] as const)(
    "learns nothing from %s",
    (cause) => {
      const host = visit([fail("timeout"), fail("timeout")]);
      const after = visit([fail(cause)], host);
      expect({ ...after, pacedUntil: host.pacedUntil }).toEqual(host);
    },
  );

  it("closes at once where patience is asked for", () => {
    const waits = [
      [fail("too-many-requests"), 15 * minute],
      [fail("too-many-requests", 61_000), 61_000],
      [fail("server-error", 5 * minute), 5 * minute],
      [fail("robots-unreachable"), 60 * minute],
      [fail("server-error"), 0],
    ] as const;
    for (const [outcome, wait] of waits)
      expect(findWait(judgeHost(buildHostProfile(start), outcome, start), start)).toBe(wait);
  });

  it("waits for two days where the host asks for them, and for a person where it asks for months", () => {
    const asked = judgeHost(buildHostProfile(start), fail("too-many-requests", 2 * day), start);
    expect(findWait(asked, start)).toBe(2 * day);
    const months = fail("too-many-requests", Number.POSITIVE_INFINITY);
    expect(judgeHost(asked, months, start + day)).toMatchObject({ readyAt: untilLookedAt });
  });

  it("leaves a challenged host alone for a day, three, a week, then until a person has looked", () => {
    let host = buildHostProfile(start);
    for (const days of [1, 3, 7]) {
      const now = findReady(host);
      host = judgeHost(host, fail("challenge"), now);
      expect(host.state).toBe("challenged");
      expect(findWait(host, now)).toBe(days * day);
      host = visit([answer], host);
      expect(host.state).toBe("open");
    }
    const host4 = visit([fail("challenge")], host);
    expect(host4).toMatchObject({ state: "challenged", readyAt: untilLookedAt, trips: 4 });
    expect(judgeHost(host4, answer, start + 99 * day).state).toBe("challenged");
  });

  it("counts a challenge once, though two pages met it", () => {
    const once = judgeHost(buildHostProfile(start), fail("challenge"), start);
    const twice = judgeHost(once, fail("challenge"), start + 1_000);
    expect(twice).toMatchObject({ trips: 1, readyAt: once.readyAt });
  });

  it("never asks a lost host again", () => {
    const lost = visit([fail("domain-lost")]);
    expect(lost).toMatchObject({ state: "lost", readyAt: untilLookedAt });
    expect(judgeHost(lost, answer, start + day)).toMatchObject({ state: "lost" });
  });

  it("never shortens a wait or a pause, whatever comes", () => {
    const outcome = fc.record({
      cause: fc.option(fc.constantFrom(...failureCauses)),
      waitMs: fc.option(fc.nat(day)),
      passed: fc.nat(2 * day),
    });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 40 }), (outcomes) => {
        let host = buildHostProfile(start);
        let now = start;
        for (const { cause, waitMs, passed } of outcomes) {
          now += passed;
          const next = judgeHost(host, cause === null ? answer : fail(cause, waitMs), now);
          expect(next.readyAt >= host.readyAt && next.pacedUntil >= host.pacedUntil).toBe(true);
          expect(Date.parse(next.pacedUntil)).toBeGreaterThanOrEqual(now + 3_000);
          expect(next.trips).toBeGreaterThanOrEqual(host.trips);
          host = next;
        }
      }),
    );
  });
});

describe("explainPace", () => {
  const pace = { crawlDelayMs: null, responseMs: 1_240 };
  const explain = (
    host: HostProfile,
    now = start,
    known: Parameters<typeof explainPace>[1] = pace,
  ) => explainPace({ ...host, name: "www.qingshan.gov.test" }, known, now);

  it("says nothing of a host that is ready", () => {
    expect(explain(buildHostProfile(start))).toBeNull();
  });

  it.each([
    [pace, "it takes 1.2 s to answer"],
    [{ ...pace, crawlDelayMs: 10_000 }, "its robots.txt asks for 10 s between requests"],
    [{ crawlDelayMs: null, responseMs: null }, "no host is asked more often than every 3 s"],
    [{ crawlDelayMs: 2_000, responseMs: 40 }, "no host is asked more often than every 3 s"],
    [{ crawlDelayMs: 2_000, responseMs: 4_000 }, "it takes 4 s to answer"],
    [
      { crawlDelayMs: 50, responseMs: 10, bounds: demoPace },
      "its robots.txt asks for 50 ms between requests",
    ],
  ])("tells a pause", (known, words) => {
    const host = judgeHost(buildHostProfile(start), answer, start);
    expect(explain(host, start, known)).toBe(
      `www.qingshan.gov.test is asked again in 3 s: ${words}`,
    );
  });

  it("tells why and for how long a host is left alone", () => {
    const host = judgeHost(visit([fail("timeout"), fail("timeout")]), fail("timeout"), start);
    expect(explain(host)).toBe(
      "www.qingshan.gov.test failed 3 times in a row and is left alone for 30 min: It ended with timeout.",
    );
    const patient = judgeHost(buildHostProfile(start), fail("too-many-requests", 90_000), start);
    expect(explain(patient)).toMatch(/test is left alone for 1 min 30 s: It ended with/);
    const challenged = judgeHost(buildHostProfile(start), fail("challenge"), start);
    expect(explain(challenged, start + 90 * minute)).toMatch(/wants proof .* for 22 h 30 min: It/);
    expect(explain(visit([fail("domain-lost")]))).toMatch(/not asked again until a person has/);
  });
});
