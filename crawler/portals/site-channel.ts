import { readLinks } from "../links/read-links.ts";
import { findFurtherPages } from "./find-further-pages.ts";
import type { Portal } from "./portal.ts";
import { parseLoose } from "./read-embedded.ts";
import { readJsonItems } from "./read-json-items.ts";

const marks = /\/(?:gongkai\/)?site_[\w-]{2,80}\/channel_|\/doc_[0-9a-f]{24}\.html/u;
/** A list that the page holds as data, to be shown by its script. */
const rows = /\[\s{0,20}\{[^[\]]{0,200000}\}\s{0,20}\]/gu;
const mostRows = 20;

/** The platform of Shandong's counties: `site_<site>/channel_<channel>/doc_<id>.html`, static or as data in the page. */
export const siteChannel: Portal = {
  name: "site-channel",
  matches: ({ text, url }) => marks.test(url) || marks.test(text),
  readList: (page) => {
    const held = [...page.text.slice(0, 2_000_000).matchAll(rows)].map(([json]) => json);
    const lists = held.filter((json) => json.includes("doc_")).slice(0, mostRows);
    const items = [
      ...readLinks(page),
      ...lists.flatMap((json) => readJsonItems(parseLoose(json), page.url)),
    ];
    return { items, more: findFurtherPages(page, items) };
  },
};
