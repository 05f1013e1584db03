import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageResponse } from "../../../crawler/manners/average-response.ts";
import {
  computeDelay,
  computeRest,
  demoPace,
  politePace,
} from "../../../crawler/manners/compute-delay.ts";

const ms = fc.double({ min: 0, max: 3_600_000, noNaN: true });

describe("computeDelay", () => {
  it.each([
    [null, null, 3_000],
    [null, 100, 3_000],
    [null, 2_000, 10_000],
    [null, 30_000, 60_000],
    [10_000, 100, 10_000],
    [10_000, 4_000, 20_000],
    [500, null, 3_000],
    [3_600_000, 100, 3_600_000],
  ])("crawl delay %s, response %s → %d ms", (crawlDelayMs, responseMs, delay) => {
    expect(computeDelay({ crawlDelayMs, responseMs })).toBe(delay);
  });

  it("never falls below the crawl delay or the bounds, for the demo neither", () => {
    fc.assert(
      fc.property(
        fc.option(ms),
        fc.option(ms),
        fc.constantFrom(politePace, demoPace),
        (crawlDelayMs, responseMs, bounds) => {
          const delay = computeDelay({ crawlDelayMs, responseMs }, bounds);
          expect(delay).toBeGreaterThanOrEqual(crawlDelayMs ?? 0);
          expect(delay).toBeGreaterThanOrEqual(bounds.leastMs);
          expect(delay).toBeLessThanOrEqual(Math.ceil(Math.max(crawlDelayMs ?? 0, bounds.mostMs)));
        },
      ),
    );
  });
});

describe("computeRest", () => {
  it.each([
    [null, 1, 3_000],
    [null, 0, 3_000],
    [null, 6, 18_000],
    [null, 50, 60_000],
    [10_000, 3, 30_000],
    [90_000, 3, 90_000],
  ])("crawl delay %s, %d requests → %d ms", (crawlDelayMs, requests, rest) => {
    expect(computeRest({ crawlDelayMs, responseMs: null }, requests)).toBe(rest);
  });
});

describe("averageResponse", () => {
  it("begins with the first sample and follows the newer ones", () => {
    expect(averageResponse(null, 400)).toBe(400);
    expect(averageResponse(400, 1_400)).toBeCloseTo(700);
  });

  it.each([Number.NaN, -5, Number.POSITIVE_INFINITY])("passes over %d", (sample) => {
    expect(averageResponse(250, sample)).toBe(250);
    expect(averageResponse(null, sample)).toBeNull();
  });

  it("stays between what it was and the sample", () => {
    fc.assert(
      fc.property(ms, ms, (previous, sample) => {
        const mean = averageResponse(previous, sample) ?? Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(previous, sample) - 1e-6);
        expect(mean).toBeLessThanOrEqual(Math.max(previous, sample) + 1e-6);
      }),
    );
  });
});
