import { load } from "cheerio";
import { expect, test } from "vitest";
import { parseSearchQuery } from "../../search/query.ts";
import { createApp } from "../../server/app.ts";
import { buildDeps } from "../server/fixtures.ts";

async function loadSorts(path: string) {
  const answer = await createApp(buildDeps({})).request(path, { headers: { accept: "text/html" } });
  return load(await answer.text());
}

test("every order that the page offers is one, from the first page on", async () => {
  const $ = await loadSorts("/?year=2020&year=2021&size=1&page=2");
  const addresses = $(".sorts a")
    .toArray()
    .map((link) => new URL($(link).attr("href") ?? "", "http://x.test/"));
  expect(addresses.length).toBeGreaterThan(12);
  for (const { searchParams } of addresses) {
    expect(parseSearchQuery(searchParams)).toMatchObject({
      success: true,
      data: { year: [2020, 2021], page: 1 },
    });
  }
  expect(new Set(addresses.map(String)).size).toBe(addresses.length);
});

test("the chosen number is named, common or not", async () => {
  const common = await loadSorts("/?q=a&sort=-fact:disclosure.penalties.decisions");
  expect(common(".fact-sorts summary").text()).toBe("按数据：行政处罚决定");
  expect(common(".sorts a[aria-current]").attr("aria-label")).toBe("行政处罚决定从多到少");
  const rare = await loadSorts("/?q=a&sort=fact:disputes.review.upheld");
  expect(rare(".fact-sorts summary").text()).toBe("按数据：行政复议·结果维持");
  const none = await loadSorts("/?q=a&sort=newest");
  expect(none(".fact-sorts summary").text()).toBe("按数据");
});
