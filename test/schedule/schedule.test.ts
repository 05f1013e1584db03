import { Cron } from "croner";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeNext, isNight, nextReasons } from "../../corpus/schedule/compute-next.ts";
import { explainNext } from "../../corpus/schedule/explain-next.ts";
import { formatSchedule, InvalidSchedule, parseSchedule } from "../../corpus/schedule/schedule.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const instant = fc
  .date({
    min: new Date("2020-01-01T00:00:00Z"),
    max: new Date("2040-01-01T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);

describe("a schedule as text", () => {
  it.each([
    ["auto", "auto"],
    [" Auto ", "auto"],
    ["off", "off"],
    [null, "off"],
    ["12h", "every 12h"],
    ["every 12h", "every 12h"],
    ["every 7 d", "every 7d"],
    ["48h", "every 2d"],
    ["30 9 * * 1", "30 9 * * 1"],
    ["0 8,16  1-5 jan mon-fri", "0 8,16 1-5 jan mon-fri"],
  ])("%s is %s", (text, normal) => {
    expect(formatSchedule(parseSchedule(text))).toBe(normal);
    expect(parseSchedule(normal)).toEqual(parseSchedule(text));
  });

  it.each([
    ["", /write auto, off/],
    ["daily", /“daily” is no schedule: write auto, off, an interval such as 12h or 7d/],
    ["0h", /from 1h to 366d/],
    ["400d", /from 1h to 366d/],
    ["30m", /is no schedule/],
    ["* * * *", /is no schedule/],
    ["0 0 9 * * 1", /is no schedule/],
    ["61 9 * * *", /cannot be read as a cron line/],
    ["0 0 30 2 *", /never comes/],
    ["* * * * *", /less than an hour apart/],
    ["0,59 9 * * *", /less than an hour apart/],
    ["*/30 9 1 1 *", /less than an hour apart: name one minute of the hour/],
  ])("%j is refused with what may be written", (text, message) => {
    expect(() => parseSchedule(text)).toThrow(InvalidSchedule);
    expect(() => parseSchedule(text)).toThrow(message);
  });
});

describe("the next visit", () => {
  it.each([
    ["off", null, "2024-05-01T02:00:00.000Z", null, "off"],
    ["every 12h", null, "2024-05-01T02:00:00.000Z", "2024-05-01T02:00:00.000Z", "first"],
    [
      "every 12h",
      "2024-05-01T01:00:00.000Z",
      "2024-05-01T02:00:00.000Z",
      "2024-05-01T13:00:00.000Z",
      "interval",
    ],
    [
      "every 1h",
      "2024-04-01T01:00:00.000Z",
      "2024-05-01T02:00:00.000Z",
      "2024-05-01T02:00:00.000Z",
      "interval",
    ],
    // Half past nine in China is half past one in UTC.
    [
      "30 9 * * 1",
      "2024-05-01T01:00:00.000Z",
      "2024-05-01T02:00:00.000Z",
      "2024-05-06T01:30:00.000Z",
      "cron",
    ],
    ["auto", null, "2024-05-01T02:00:00.000Z", "2024-05-01T02:00:00.000Z", "first"],
  ] as const)("of %s after %s at %s is %s: %s", (...[text, last, now, at, reason]) => {
    const next = computeNext(parseSchedule(text), { sourceId: "qingshan", last, now });
    expect(next).toEqual({ at, reason });
  });

  it("of auto is daily until the end of March and monthly from then on", () => {
    const visits: string[] = [];
    let now = "2024-03-25T04:00:00.000Z";
    while (now < "2024-12-25") {
      const next = computeNext({ kind: "auto" }, { sourceId: "qingshan", last: now, now });
      now = next.at ?? "never";
      visits.push(`${next.reason} ${now.slice(0, 7)}`);
    }
    const count = (visit: string) => visits.filter((other) => other === visit).length;
    expect(count("season 2024-03")).toBeGreaterThanOrEqual(5);
    const months = ["05", "06", "07", "08", "09", "10", "11"];
    expect(months.map((month) => count(`monthly 2024-${month}`))).toEqual(months.map(() => 1));
  });

  it("of auto is ahead, by day, on a day of its own, and the same for the same question", () => {
    fc.assert(
      fc.property(id, instant, fc.option(fc.nat({ max: 400 * 24 })), (sourceId, now, ago) => {
        const last = ago === null ? null : new Date(Date.parse(now) - ago * hourMs).toISOString();
        const times = { sourceId, last, now };
        const { at, reason } = computeNext({ kind: "auto" }, times);
        expect(at !== null && at >= now).toBe(true);
        expect(isNight(at ?? "")).toBe(false);
        const wait = Date.parse(at ?? "") - Date.parse(now);
        expect(wait).toBeLessThanOrEqual(62 * dayMs);
        expect(computeNext({ kind: "auto" }, times)).toEqual({ at, reason });
        const month = new Date(Date.parse(at ?? "") + 8 * hourMs).getUTCMonth() + 1;
        expect(["first", month <= 3 ? "season" : "monthly"]).toContain(reason);
      }),
    );
  });

  it("of auto leaves the portal alone for half a day after a visit that a person asked for", () => {
    fc.assert(
      fc.property(id, instant, (sourceId, now) => {
        const { at } = computeNext({ kind: "auto" }, { sourceId, last: now, now });
        expect(Date.parse(at ?? "") - Date.parse(now)).toBeGreaterThanOrEqual(12 * hourMs);
      }),
    );
  });

  it("of an interval is never in the past, and of a cron line when croner says", () => {
    const field = (most: number) => fc.constantFrom("*", ...[1, 5, most].map(String));
    const line = fc.tuple(fc.constantFrom("0", "59"), field(23), field(28), field(12), field(6));
    fc.assert(
      fc.property(line, instant, fc.integer({ min: 1, max: 900 }), (fields, now, hours) => {
        const text = fields.join(" ");
        const times = { sourceId: "qingshan", last: "2019-01-01T00:00:00.000Z", now };
        const cron = computeNext(parseSchedule(text), times).at ?? "";
        const expected = new Cron(text, { timezone: "Asia/Shanghai" }).nextRun(new Date(now));
        expect(cron).toBe(expected?.toISOString());
        expect(cron > now).toBe(true);
        expect((computeNext({ kind: "interval", hours }, times).at ?? "") >= now).toBe(true);
      }),
    );
  });

  it("spreads sources over the day", () => {
    const minutes = Array.from({ length: 200 }, (_, i) => {
      const now = "2024-02-01T14:00:00.000Z";
      return computeNext({ kind: "auto" }, { sourceId: `county-${i}`, last: null, now }).at;
    });
    expect(new Set(minutes).size).toBeGreaterThan(120);
  });

  it("is explained in both languages, whatever the reason", () => {
    for (const reason of nextReasons) {
      const { sentence, words } = explainNext(reason, { kind: "interval", hours: 36 });
      expect(sentence).toMatch(/^[\x20-\x7e]{10,}$/);
      expect(words).toMatch(/\p{Script=Han}{3}/u);
    }
    expect(explainNext("interval", { kind: "interval", hours: 48 }).words).toContain("每 2 天一次");
  });
});
