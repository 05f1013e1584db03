import { buildRequest, type PageRequest } from "../../corpus/address.ts";
import { readLinks } from "../links/read-links.ts";
import { continueList } from "./continue-list.ts";
import { findFurtherPages } from "./find-further-pages.ts";
import type { Portal, PortalPage } from "./portal.ts";

const marks =
  /createPageHTML\s{0,3}\(|countPage\s{0,3}=|TRS_(?:Editor|UEDITOR)|trs_editor_view|\/t\d{8}_\d+\.s?html?/iu;
/** `createPageHTML(5, 0, "index", "html")`, in some versions with the name of an element first. */
const call =
  /createPageHTML\s{0,3}\(\s{0,5}(?:["'][^"']{0,60}["']\s{0,5},\s{0,5})?(\d{1,5})\s{0,5},\s{0,5}(\d{1,5})\s{0,5},\s{0,5}["']([\w-]{1,60})["']\s{0,5},\s{0,5}["'](\w{2,6})["']/iu;
const count = /countPage\s{0,5}=\s{0,5}["']?(\d{1,5})/iu;

/** TRS WCM: static pages, the k-th of a list `index_k.html`, from 0; the first is `index.html`. */
export const trs: Portal = {
  name: "trs",
  matches: ({ text }) => marks.test(text),
  readList: (page) => {
    const items = readLinks(page);
    const isPaged = call.test(page.text) || count.test(page.text);
    const more = isPaged
      ? continueList(page, { items, next: findNext(page) })
      : findFurtherPages(page, items);
    return { items, more };
  },
};

/** A page behind the last one that a portal keeps is a stub without the call, and ends the list. */
function findNext({ url, text }: PortalPage): PageRequest | null {
  const [, total = count.exec(text)?.[1] ?? "0", , name = "index", ext = readEnding(url)] =
    call.exec(text) ?? [];
  const current = Number(/_(\d{1,5})\.\w{2,6}$/u.exec(url.split(/[?#]/u)[0] ?? "")?.[1] ?? 0);
  if (current + 1 >= Number(total) || !URL.canParse(url)) return null;
  return buildRequest(new URL(`${name}_${current + 1}.${ext}`, url).href);
}

function readEnding(url: string): string {
  return /\.(s?html?)(?:[?#]|$)/iu.exec(url)?.[1] ?? "html";
}
