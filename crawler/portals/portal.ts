import type { AddressRole, FoundAddress, Hints, PageRequest, Trail } from "../../corpus/address.ts";
import type { Markup } from "../links/markup.ts";

/** A fetched page as portals read it: `url` is where it lay after redirects, absolute; `text` is decoded. */
export interface PortalPage {
  readonly request: PageRequest;
  readonly url: string;
  readonly role: AddressRole;
  readonly hints: Hints;
  /** As it was found with the address; left out where nothing is known of the way. */
  readonly trail?: Trail;
  readonly text: string;
  /** The tree of `text`, where more than one reader of it is to come. */
  readonly markup?: Markup;
  /** What the bytes are: `text/html`, `application/json`, `application/xml`, `text/plain`. */
  readonly mediaType: string;
}

/**
 * One family of portal software. `matches` recognizes its pages and answers by what they print, never by the host;
 * `readList` gives what the page lists and the further pages of the same list. Both are pure and never throw on
 * hostile text; what cannot be read is left out.
 */
export interface Portal {
  readonly name: string;
  readonly matches: (page: PortalPage) => boolean;
  readonly readList: (page: PortalPage) => PortalList;
}

/** `items` are links that the page lists, not yet judged; `more` are further pages or data answers of the same list. */
export interface PortalList {
  readonly items: readonly ListedLink[];
  readonly more: readonly FoundAddress[];
}

/** A link as a list prints it: `text` its words, `title` its `title=` attribute, which is not cut off. */
export interface ListedLink {
  readonly url: string;
  readonly text: string;
  readonly title: string | null;
  readonly listed: string | null;
  /** Heading of the group or column that the link stands under, outermost first. */
  readonly context: readonly string[];
}
