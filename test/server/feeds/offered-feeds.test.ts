import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { buildDeps } from "../fixtures.ts";

const app = createApp(buildDeps());
const find = "q=%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A";
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://www.example.cn${path}`, { headers });

describe("the page of a search", () => {
  test("offers its feeds to browsers and to people, found something or not", async () => {
    for (const query of [`${find}&year=2023&sort=newest&page=2`, "q=zzzz", "q=%22"]) {
      const html = load(await (await ask(`/?${query}`, { accept: "text/html" })).text());
      const offered = html('head > link[rel="alternate"]').toArray();
      const visible = html('.feed-links a[rel="alternate"]').toArray();
      expect(offered).toHaveLength(3);
      const read = (elements: typeof offered) =>
        elements.map((element) => [html(element).attr("type"), html(element).attr("href")]);
      expect(read(visible)).toEqual(read(offered));
      for (const [type, href] of read(offered)) {
        const response = await ask(href ?? "");
        expect([response.status, response.headers.get("content-type")]).toEqual([
          200,
          `${type}; charset=utf-8`,
        ]);
        expect(href).not.toMatch(/sort|page/);
      }
    }
  });

  test("whose words were corrected offers the feeds of the words that found something", async () => {
    const path = `/?q=${encodeURIComponent("青和县")}`;
    const html = load(await (await ask(path, { accept: "text/html" })).text());
    const links = html('head > link[rel="alternate"], .feed-links a[rel="alternate"]').toArray();
    expect(links).toHaveLength(6);
    for (const link of links) {
      const address = new URL(html(link).attr("href") ?? "", "http://www.example.cn");
      expect(address.searchParams.get("q")).toBe("青禾县");
    }
  });

  test("of the start offers all that comes in; pages that are no search offer nothing", async () => {
    const start = load(await (await ask("/", { accept: "text/html" })).text());
    expect(start('head > link[rel="alternate"]').first().attr("href")).toBe("/feed.atom");
    const report = load(
      await (await ask("/reports/980102-1f3a9c2e-2024", { accept: "text/html" })).text(),
    );
    expect(report('head > link[rel="alternate"]').length).toBe(0);
  });
});
