import { expect, test } from "vitest";
import { findFirstHeld } from "../corpus/find-first-held.ts";
import { countyReport, olderReport } from "./server/fixture-report.ts";

const capture = (capturedAt: string) => ({ ...countyReport.capture, capturedAt });
const version = (capturedAt: string) => ({
  capture: capture(capturedAt),
  extractedAt: "2026-12-31T00:00:00.000Z",
  current: false,
});

test("a report was first held at the earliest capture of its versions, whatever is current or read last", () => {
  const [first, then] = ["2025-02-01T06:00:00.000Z", "2025-03-02T02:15:00.000Z"];
  for (const times of [
    [first, then],
    [then, first],
  ] as const) {
    const versions = times.map(version);
    expect(findFirstHeld({ capture: capture(then), versions })).toBe(first);
  }
  expect(findFirstHeld({ capture: capture(then), versions: [] })).toBe(then);
  expect(findFirstHeld(countyReport)).toBe(findFirstHeld(olderReport));
});

test("times are compared as moments, however they are written", () => {
  const [first, then] = ["2025-02-01T00:00:00Z", "2025-02-01T00:00:00.500Z"];
  expect(findFirstHeld({ capture: capture(then), versions: [version(then), version(first)] })).toBe(
    first,
  );
});
