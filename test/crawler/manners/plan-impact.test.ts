import { describe, expect, it } from "vitest";
import { politePace } from "../../../crawler/manners/compute-delay.ts";
import { planImpact } from "../../../crawler/manners/plan-impact.ts";

const known = {
  host: "www.qingshan.gov.test",
  sourceId: "qingshan",
  lists: 10,
  young: 30,
  old: 300,
  next: 15,
  robots: null,
  responseMs: null,
};

describe("the planned requests of a host", () => {
  it("are lists with every crawl, reports in their own rhythm", () => {
    const sources = [{ id: "qingshan", visitsPerDay: 1, pace: politePace }];
    // 10 lists, a third of 30 young reports and a thirtieth of 300 old ones each day.
    expect(planImpact([known], sources)).toEqual([
      {
        host: "www.qingshan.gov.test",
        sources: ["qingshan"],
        next: 15,
        perDay: 30,
        mostPerDay: 28_800,
        delayMs: 3_000,
        crawlDelayMs: null,
      },
    ]);
  });

  it("are none where nobody planned a crawl", () => {
    const sources = [{ id: "qingshan", visitsPerDay: 0, pace: politePace }];
    expect(planImpact([known], sources)[0]?.perDay).toBe(0);
  });

  it("are added up over the sources of a host, and bounded by its Crawl-delay", () => {
    const body = "User-agent: *\nCrawl-delay: 3600";
    const robots = JSON.stringify({ status: 200, body, fetchedAt: 0 });
    const hosts = planImpact(
      [
        { ...known, robots },
        { ...known, robots, sourceId: "liuquan" },
      ],
      ["qingshan", "liuquan"].map((id) => ({ id, visitsPerDay: 1, pace: politePace })),
    );
    expect(hosts).toMatchObject([
      { next: 30, perDay: 24, mostPerDay: 24, delayMs: 3_600_000, crawlDelayMs: 3_600_000 },
    ]);
  });
});
