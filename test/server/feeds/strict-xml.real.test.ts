/// <reference lib="dom" />
// Functions handed to the browser speak of its document.
import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAtom } from "../../../server/feeds/build-atom.ts";
import { buildRss } from "../../../server/feeds/build-rss.ts";
import type { Feed } from "../../../server/feeds/feed.ts";
import { dropInvalidCharacters } from "../../../server/feeds/xml-element.ts";
import { findBrowser, openBrowser } from "../../web/open-browser.ts";

let browser: Browser;

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "]]>",
      "<!--",
      "&#0;",
      "\u0000",
      "\u000B",
      "\uFFFE",
      "\uFFFF",
      "\uD800",
    ),
    fc.constantFrom("\r", "\n", "\t", "公", "𠀀", "\u0085", "\u2028"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 2 }),
  ),
  maxLength: 30,
});
const when = "2025-03-09T08:05:06.000Z";
const feed: fc.Arbitrary<Feed> = fc.record({
  id: text,
  title: text,
  description: text,
  home: text,
  self: text,
  updated: fc.constant(when),
  entries: fc.array(
    fc.record({
      id: text,
      address: text,
      title: text,
      summary: text,
      author: text,
      tags: fc.array(text, { maxLength: 3 }),
      added: fc.constant(when),
    }),
    { maxLength: 3 },
  ),
});

/** What a strict parser reads of each document: the texts of elements and an attribute, or its complaint. */
async function parseStrictly(documents: readonly string[]) {
  const page = await browser.newPage();
  const parsed = await page.evaluate(
    (sources) =>
      sources.map((source) => {
        const xml = new DOMParser().parseFromString(source, "application/xml");
        const complaint = xml.querySelector("parsererror")?.textContent ?? null;
        const titles = [...xml.querySelectorAll("entry > title, item > title")];
        const bodies = [...xml.querySelectorAll("summary, item > description")];
        return {
          complaint,
          titles: titles.map((title) => title.textContent),
          bodies: bodies.map((body) => body.textContent),
          terms: [...xml.querySelectorAll("category[term]")].map((c) => c.getAttribute("term")),
        };
      }),
    [...documents],
  );
  await page.close();
  return parsed;
}

describe.skipIf(findBrowser() === null)("a strict parser", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test("takes every feed, and reads the texts as they were", async () => {
    const feeds = fc.sample(feed, { numRuns: 400, seed: 1 });
    const atom = await parseStrictly(feeds.map(buildAtom));
    const rss = await parseStrictly(feeds.map(buildRss));
    expect(feeds.some(({ entries }) => entries.length > 1)).toBe(true);
    feeds.forEach(({ entries }, i) => {
      const titles = entries.map(({ title }) => dropInvalidCharacters(title));
      expect(atom[i]?.complaint).toBeNull();
      expect(rss[i]?.complaint).toBeNull();
      expect(atom[i]?.titles).toEqual(titles);
      expect(rss[i]?.titles).toEqual(titles);
      expect(atom[i]?.bodies).toEqual(entries.map(({ summary }) => dropInvalidCharacters(summary)));
      expect(atom[i]?.terms.map(squeeze)).toEqual(
        entries.flatMap(({ tags }) => tags.map((tag) => squeeze(dropInvalidCharacters(tag)))),
      );
    });
  });

  test("refuses what is not well-formed, so that the test above can fail", async () => {
    const [broken] = await parseStrictly(["<feed><title>&</title></feed>"]);
    expect(broken?.complaint).not.toBeNull();
  });
});

/** Line breaks and tabs in attributes are spaces to any parser. */
function squeeze(value: string | null): string {
  return (value ?? "").replaceAll(/[\t\n]/g, " ");
}
