import { siteName } from "../../web/layout.tsx";
import type { Feed } from "./feed.ts";
import { dropInvalidCharacters } from "./xml-element.ts";

/** A feed as JSON Feed 1.1. */
export function buildJsonFeed(feed: Feed): string {
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: "zh-CN",
    authors: [{ name: siteName }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_text: entry.summary,
      date_published: entry.added,
      authors: [{ name: entry.author }],
      tags: entry.tags,
    })),
  };
  const clean = (_: string, value: unknown) =>
    typeof value === "string" ? dropInvalidCharacters(value) : value;
  return `${JSON.stringify(document, clean, 2)}\n`;
}
