import { readLinks } from "../links/read-links.ts";
import { readReferer } from "./continue-list.ts";
import { findFurtherPages } from "./find-further-pages.ts";
import type { Portal, PortalPage } from "./portal.ts";
import { parseLoose } from "./read-embedded.ts";
import { readJsonItems } from "./read-json-items.ts";
import { readRecords } from "./read-records.ts";

/** Any page or data whose software is not known: its links, and further pages as it links them or as guesses find them. */
export const generic: Portal = {
  name: "generic",
  matches: () => true,
  readList: (page) => {
    if (!isData(page)) {
      const items = readLinks(page);
      return { items, more: findFurtherPages(page, items) };
    }
    const from = readReferer(page);
    const rows = readJsonItems(parseLoose(page.text), from);
    return { items: rows.length > 0 ? rows : readRecords(page.text, from), more: [] };
  },
};

/** JSON, JSONP or XML that a script of a page asked for. */
function isData({ mediaType, text }: PortalPage): boolean {
  return (
    !mediaType.includes("html") &&
    !/<(?:a|html|body|div|li)[\s>]/iu.test(text.slice(0, 4_000).split("<record>")[0] ?? "")
  );
}
