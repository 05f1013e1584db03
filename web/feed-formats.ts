/** A format in which a search can be followed: the address ends with `key`, `label` is what readers see. */
export interface FeedFormat {
  readonly key: "rss" | "atom" | "json";
  readonly label: string;
  readonly mediaType: string;
}

/** Feeds by the name of their address: `/feed.rss`, `/feed.atom`, `/feed.json`. */
export const feedFormats: readonly FeedFormat[] = [
  { key: "atom", label: "Atom", mediaType: "application/atom+xml" },
  { key: "rss", label: "RSS", mediaType: "application/rss+xml" },
  { key: "json", label: "JSON Feed", mediaType: "application/feed+json" },
];
