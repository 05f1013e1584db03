import type { FoundAddress } from "../../corpus/address.ts";
import { buildRequestKey } from "../links/canonicalize-address.ts";
import { generic } from "./generic.ts";
import type { ListedLink, PortalList, PortalPage } from "./portal.ts";
import { choosePortal, portals } from "./portals.ts";

/**
 * What a page lists and where its lists go on, by every portal whose marks it bears: a page may hold a list of one kind
 * beside a link to another. An answer to a script's request is of one kind. Guesses are left out where any portal knows.
 */
export function readPortalList(page: PortalPage): PortalList {
  if (page.request.headers["X-Requested-With"] !== undefined)
    return choosePortal(page).readList(page);
  const known = portals.filter((portal) => portal !== generic && portal.matches(page));
  // Data that a browser saw a page fetch may be of any kind, whatever marks its words bear.
  const isData = !page.mediaType.includes("html");
  const read = known.length === 0 || isData ? [...known, generic] : known;
  const lists = read.map((portal) => portal.readList(page));
  return {
    items: dropDoubles(lists.flatMap(({ items }) => items)),
    more: keepKnown(lists.flatMap(({ more }) => more)),
  };
}

function dropDoubles(items: readonly ListedLink[]): readonly ListedLink[] {
  const found = new Map<string, ListedLink>();
  for (const item of items) {
    const key = `${item.url} ${item.text} ${item.title ?? ""} ${item.context.join(" ")}`;
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}

function keepKnown(more: readonly FoundAddress[]): readonly FoundAddress[] {
  const isGuess = ({ trail }: FoundAddress): boolean => (trail?.trial ?? null) !== null;
  const isKnown = more.some((address) => !isGuess(address));
  const kept = isKnown ? more.filter((address) => !isGuess(address)) : more;
  const byKey = new Map(kept.map((address) => [buildRequestKey(address.request), address]));
  return [...byKey.values()];
}
