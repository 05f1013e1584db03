import type { Feed, FeedEntry } from "./feed.ts";
import { buildElement, buildXmlDocument, escapeText, type Markup } from "./xml-element.ts";

const namespaces = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** A feed as RSS 2.0. */
export function buildRss(feed: Feed): string {
  const channel = buildElement("channel", {}, [
    buildText("title", feed.title),
    buildText("link", feed.home),
    buildText("description", feed.description),
    buildText("language", "zh-cn"),
    buildText("lastBuildDate", buildDate(feed.updated)),
    buildText("generator", "Gongkai"),
    buildElement("atom:link", { rel: "self", type: "application/rss+xml", href: feed.self }),
    ...feed.entries.map(buildItem),
  ]);
  return buildXmlDocument(buildElement("rss", namespaces, [channel]));
}

function buildItem({ id, address, title, summary, author, tags, added }: FeedEntry): Markup {
  return buildElement("item", {}, [
    buildText("title", title),
    buildText("link", address),
    // Readers take it for HTML: the text is escaped once for that, and once more for XML.
    buildText("description", escapeText(summary)),
    buildText("dc:creator", author),
    ...tags.map((tag) => buildText("category", tag)),
    buildElement("guid", { isPermaLink: "false" }, [id]),
    buildText("pubDate", buildDate(added)),
  ]);
}

/** A date as RFC 822 wants it, the year with four digits. */
function buildDate(iso: string): string {
  return new Date(iso).toUTCString();
}

function buildText(name: string, text: string): Markup {
  return buildElement(name, {}, [text]);
}
