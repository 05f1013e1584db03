import { load, type CheerioAPI } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { searchQuerySchema, type SearchQuery } from "../../../search/query.ts";
import type { SearchResult } from "../../../search/search-result.ts";
import { createApp } from "../../../server/app.ts";
import { searchFixtures } from "../fixture-search.ts";
import { buildDeps } from "../fixtures.ts";

const oldest = "2025-03-01T00:00:00.000Z";
const newest = "2025-03-09T08:05:06.000Z";

/** The fixtures with reports that came one after the other, the newest by its coming being that of 2020. */
function searchDated(query: SearchQuery): SearchResult {
  const result = searchFixtures({ ...query, page: 1, size: 100 });
  const hits = result.hits
    .map((hit) => ({ ...hit, added: hit.year === 2020 ? newest : oldest }))
    .toSorted((a, b) => b.added.localeCompare(a.added));
  const start = (query.page - 1) * query.size;
  return { ...result, hits: hits.slice(start, start + query.size) };
}

const asked: SearchQuery[] = [];
const app = createApp(
  buildDeps({
    search: async (query) => {
      asked.push(query);
      return searchDated(query);
    },
  }),
);
const find = "q=%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A";
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://www.example.cn${path}`, { headers });

async function loadXml(path: string): Promise<CheerioAPI> {
  return load(await (await ask(path)).text(), { xml: true });
}

const text = (xml: CheerioAPI, selector: string): readonly string[] =>
  xml(selector)
    .toArray()
    .map((element) => xml(element).text());

const jsonFeedSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string().min(1) })),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string(),
      content_text: z.string().min(1),
      date_published: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string().min(1) })),
      tags: z.array(z.string()),
    }),
  ),
});
const loadJson = async (path: string) => jsonFeedSchema.parse(await (await ask(path)).json());

describe("a feed", () => {
  test("asks for the reports that came last, whatever order or page the address names", async () => {
    asked.length = 0;
    await ask(`/feed.atom?${find}&year=2024&sort=oldest&page=3&size=2`);
    expect(asked).toEqual([
      { ...searchQuerySchema.parse({ q: "行政处罚", year: [2024] }), sort: "added", size: 100 },
    ]);
  });

  test("has one entry for each report, the one that came last first", async () => {
    const { items } = await loadJson(`/feed.json?${find}`);
    expect(items.length).toBeGreaterThan(2);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items[0]?.date_published).toBe(newest);
    expect(items[0]?.title).toContain("2020");
  });

  test("names feed and entries alike on every host and in every format", async () => {
    const atom = text(await loadXml(`/feed.atom?${find}`), "entry > id");
    const rss = text(await loadXml(`/feed.rss?${find}`), "item > guid");
    const elsewhere = await app.request(`http://127.0.0.1:3000/feed.json?${find}`);
    const json = jsonFeedSchema.parse(await elsewhere.json()).items;
    expect(atom[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
    expect(rss).toEqual(atom);
    expect(json.map(({ id }) => id)).toEqual(atom);
    expect(json[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/reports\//);
    const other = await loadXml("/feed.atom");
    expect(text(other, "feed > id")).not.toEqual(
      text(await loadXml(`/feed.atom?${find}`), "feed > id"),
    );
  });

  test("leads to the passage on the report page, and to the page of the search", async () => {
    const { items, home_page_url: home } = await loadJson(`/feed.json?${find}`);
    const address = new URL(items[0]?.url ?? "");
    expect(address.hash).toMatch(/^#p\d+$/);
    const page = await ask(address.pathname + address.search, { accept: "text/html" });
    const html = load(await page.text());
    expect(html(address.hash).text()).toBe("行政处罚");
    expect((await ask(home.slice("http://www.example.cn".length))).status).toBe(200);
    expect(new URL(home).searchParams.get("sort")).toBe("added");
  });

  test("is asked for again at no cost while nothing came", async () => {
    for (const format of ["rss", "atom", "json"]) {
      const first = await ask(`/feed.${format}?${find}`);
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
      const again = await ask(`/feed.${format}?${find}`, { "if-none-match": etag });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      const other = await ask(`/feed.${format}`, { "if-none-match": etag });
      expect(other.status).toBe(200);
    }
  });

  test("holds no report that has only some of the words", async () => {
    const { items, title } = await loadJson(
      "/feed.json?q=%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A%20zzz",
    );
    expect([items, title]).toEqual([[], "行政处罚 zzz - 公开年报检索"]);
  });

  test("leaves out what follows the sections with every word, and what other words found", async () => {
    const rest = encodeURIComponent("行政处罚 不足");
    const { items } = await loadJson(`/feed.json?q=${rest}`);
    expect(items.map(({ title }) => title)).toEqual([expect.stringContaining("青禾县2024年")]);
    const mistaken = await loadJson(`/feed.json?q=${encodeURIComponent("青和县")}`);
    expect(mistaken.items).toEqual([]);
  });

  test("is one feed whatever places the address has counted", async () => {
    const counted = text(await loadXml(`/feed.atom?${find}&place=980102`), "feed > id");
    expect(counted).toEqual(text(await loadXml(`/feed.atom?${find}`), "feed > id"));
  });

  test("is one feed however the page lists the hits", async () => {
    const grouped = await loadJson(`/feed.json?${find}&group=report`);
    const each = await loadJson(`/feed.json?${find}`);
    expect(grouped.feed_url).toBe(each.feed_url);
    expect(each.home_page_url).not.toContain("group");
  });

  test("refuses what it cannot take in the one error shape", async () => {
    const response = await ask("/feed.rss?year=1", { accept: "text/html" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "bad_request" } });
  });

  test("is reached by the scheme that a proxy names", async () => {
    const response = await ask("/feed.json", { "x-forwarded-proto": "https" });
    const { feed_url: self } = jsonFeedSchema.parse(await response.json());
    expect(self).toBe("https://www.example.cn/feed.json");
  });

  test("takes no more than fifty reports, from as many pages as that needs", async () => {
    const [hit] = searchDated(searchQuerySchema.parse({})).hits;
    const many = createApp(
      buildDeps({
        search: async (query) => {
          const result = searchFixtures({ ...query, page: 1 });
          const hits = Array.from({ length: query.size }, (_, i) => {
            const at = (query.page - 1) * query.size + i;
            return { ...(hit ?? result.hits[0]), reportId: `r-${Math.floor(at / 8)}` };
          });
          return { ...result, hits: hits as typeof result.hits };
        },
      }),
    );
    const { items } = jsonFeedSchema.parse(await (await many.request("/feed.json")).json());
    expect(new Set(items.map(({ url }) => url)).size).toBe(50);
    expect(items).toHaveLength(50);
  });
});

describe("Atom", () => {
  test("has what RFC 4287 asks for", async () => {
    const response = await ask(`/feed.atom?${find}&region=980102`);
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const xml = await loadXml(`/feed.atom?${find}&region=980102`);
    expect(xml("feed").attr("xmlns")).toBe("http://www.w3.org/2005/Atom");
    for (const parent of ["feed", "entry"])
      for (const name of ["id", "title", "updated"])
        expect(xml(parent).length * xml(`${parent} > ${name}`).length).toBe(
          xml(parent).length ** 2,
        );
    expect(text(xml, "feed > title")).toEqual(["行政处罚 · 青禾县 - 公开年报检索"]);
    expect(text(xml, "feed > updated")).toEqual([newest]);
    for (const date of text(xml, "updated, published"))
      expect(z.iso.datetime().safeParse(date).success).toBe(true);
    expect(xml("entry").length).toBeGreaterThan(0);
    expect(xml("entry > author > name").length).toBe(xml("entry").length);
    expect(xml('entry > link[rel="alternate"]').length).toBe(xml("entry").length);
    const self = new URL(xml('feed > link[rel="self"]').attr("href") ?? "");
    expect(self.pathname + self.search).toBe(`/feed.atom?${find}&region=980102`);
  });
});

describe("RSS", () => {
  test("has what RSS 2.0 asks for", async () => {
    const response = await ask(`/feed.rss?${find}`);
    expect(response.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    const xml = await loadXml(`/feed.rss?${find}`);
    expect(xml("rss").attr("version")).toBe("2.0");
    for (const name of ["title", "link", "description", "lastBuildDate"])
      expect([name, xml(`channel > ${name}`).length]).toEqual([name, 1]);
    expect(text(xml, "lastBuildDate")).toEqual(["Sun, 09 Mar 2025 08:05:06 GMT"]);
    const count = xml("item").length;
    expect(count).toBeGreaterThan(0);
    for (const name of ["title", "link", "description", "guid", "pubDate"])
      expect([name, xml(`item > ${name}`).length]).toEqual([name, count]);
    expect(xml('guid[isPermaLink="false"]').length).toBe(count);
  });
});

describe("texts of reports", () => {
  const [sample] = searchFixtures(searchQuerySchema.parse({})).hits;
  const printed = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "&",
        '"',
        "'",
        "]]>",
        "\u0000",
        "\u000B",
        "\uFFFE",
        "\uD800",
        "公",
        "𠀀",
        "\r\n",
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 40,
  });
  const valid = (value: string) =>
    Array.from(value).every((char) =>
      /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(char),
    );

  test("come back as they were, without what XML cannot hold", async () => {
    await fc.assert(
      fc.asyncProperty(printed, printed, async (title, snippet) => {
        if (sample === undefined) throw new Error("The fixtures have no hit.");
        const hit = { ...sample, title, snippet, heading: "一", marks: [], added: oldest };
        const hostile = createApp(
          buildDeps({ search: async (q) => ({ ...searchFixtures(q), hits: [hit] }) }),
        );
        const keep = (value: string) => Array.from(value).filter(valid).join("");
        const atom = await (await hostile.request("/feed.atom")).text();
        expect(valid(atom)).toBe(true);
        const xml = load(atom, { xml: true });
        expect(text(xml, "entry > title")).toEqual([keep(title)]);
        expect(xml("entry").children().length).toBeGreaterThan(6);
        const rss = load(await (await hostile.request("/feed.rss")).text(), { xml: true });
        const shown = load(rss("item > description").text(), null, false).text();
        const lines = (value: string) => value.replaceAll(/\r\n?/g, "\n");
        expect(lines(shown)).toBe(lines(keep(hit.snippet === "" ? "一" : `一：${snippet}`)));
        const json = jsonFeedSchema.parse(await (await hostile.request("/feed.json")).json());
        expect(json.items[0]?.title).toBe(keep(title));
      }),
      { numRuns: 60 },
    );
  });
});
