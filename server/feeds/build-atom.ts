import { siteName } from "../../web/layout.tsx";
import type { Feed, FeedEntry } from "./feed.ts";
import { buildElement, buildXmlDocument, type Markup } from "./xml-element.ts";

/** A feed as Atom (RFC 4287). */
export function buildAtom(feed: Feed): string {
  const root = { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "zh-CN" };
  return buildXmlDocument(
    buildElement("feed", root, [
      buildText("id", feed.id),
      buildText("title", feed.title),
      buildText("subtitle", feed.description),
      buildText("updated", feed.updated),
      buildAuthor(siteName),
      buildElement("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
      buildElement("link", { rel: "alternate", type: "text/html", href: feed.home }),
      buildText("generator", "Gongkai"),
      ...feed.entries.map(buildEntry),
    ]),
  );
}

function buildEntry({ id, address, title, summary, author, tags, added }: FeedEntry): Markup {
  return buildElement("entry", {}, [
    buildText("id", id),
    buildText("title", title),
    buildText("published", added),
    buildText("updated", added),
    buildAuthor(author),
    buildElement("link", { rel: "alternate", type: "text/html", href: address }),
    ...tags.map((term) => buildElement("category", { term })),
    buildElement("summary", { type: "text" }, [summary]),
  ]);
}

function buildAuthor(name: string): Markup {
  return buildElement("author", {}, [buildText("name", name)]);
}

function buildText(name: string, text: string): Markup {
  return buildElement(name, {}, [text]);
}
