import { expect, it } from "vitest";
import { describeOddities } from "../../command/describe-oddities.ts";
import { describeUnreached, noReportHint } from "../../corpus/source-hint.ts";

const url = "http://www.qingshan.gov.test/nb/1.html";

it("tells since when held pages are missing, and what is odd about sources", () => {
  const missing = ["2026-01-07T02:00:00.000Z", "2026-01-09T02:00:00.000Z"].map((since) => ({
    sourceId: "qingshan",
    url,
    since,
  }));
  const list = describeUnreached({ sourceId: "liuquan", url, pages: 3, reached: 1 });
  const hints = [
    { sourceId: "qingshan", hint: noReportHint },
    { sourceId: "liuquan", hint: list },
  ];
  const [first, ...others] = describeOddities({ missing, hints });
  expect(first).toContain("2 held before and missing since 2026-01-07 02:00 UTC");
  expect(first).toContain(url);
  expect(others).toEqual([
    expect.stringMatching(/^qingshan: no report was found/u),
    expect.stringMatching(/^liuquan: .* has 3 pages, and only 1 could be reached/u),
  ]);
});

it("says nothing where all is well", () => {
  expect(describeOddities({ missing: [], hints: [] })).toEqual([]);
});
