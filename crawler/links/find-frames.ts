import { buildRequest, noTrail, type FoundAddress } from "../../corpus/address.ts";
import type { PortalPage } from "../portals/portal.ts";
import { findRegisteredName } from "./find-registered-name.ts";
import { isTrap } from "./is-trap.ts";
import { readTree } from "./markup.ts";
import { findBase } from "./read-links.ts";
import { resolveAddress } from "./resolve-address.ts";
import { walkTree } from "./walk-tree.ts";

const mostDepth = 2;
const mostFrames = 20;
/** Frames that never hold what a page is about. */
const chrome =
  /share|login|count|stat|tongji|weather|tianqi|weibo|wechat|map\.|chat|kefu|robot|search|advert|player|video|captcha|head(?:er)?\.|foot(?:er)?\.|top\.|banner|conac|jiucuo/iu;
const file = /\.(?:pdf|docx?|wps|xlsx?|ofd|swf|png|jpe?g|gif|zip|rar|mp4)(?:[?#]|$)|[?&#]file=/iu;

/** The frames of a page that belong to the same registered name, at most two deep; files shown in frames are attachments. */
export function findFrames(page: PortalPage): readonly FoundAddress[] {
  const trail = page.trail ?? noTrail;
  if (trail.frames >= mostDepth || !/<i?frame[\s/>]/iu.test(page.text)) return [];
  const root = readTree(page);
  const base = findBase(root, page.url);
  const found = new Set<string>();
  walkTree(root, {
    enter: ({ name, attribs }) => {
      if (name !== "iframe" && name !== "frame") return true;
      const url = resolveAddress(
        attribs["src"] || attribs["data-src"] || attribs["_src"] || "",
        base,
      );
      if (url !== null && isContent(url, page.url) && found.size < mostFrames) found.add(url);
      return true;
    },
  });
  return [...found].map((url) => ({
    request: { ...buildRequest(url), headers: { Referer: page.url } },
    role: "frame",
    hints: page.hints,
    trail: { ...trail, trial: null, seen: [], frames: trail.frames + 1 },
  }));
}

function isContent(url: string, from: string): boolean {
  if (url === from || chrome.test(url) || file.test(url) || isTrap(url)) return false;
  const [own, other] = [from, url].map((address) => new URL(address).hostname);
  if (own === other) return true;
  const name = findRegisteredName(own ?? "");
  return name !== null && name === findRegisteredName(other ?? "");
}
