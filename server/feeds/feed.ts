/** One report that a search finds. Texts are plain; `added` is ISO 8601 in UTC; addresses are absolute. */
export interface FeedEntry {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly tags: readonly string[];
  readonly added: string;
}

/**
 * The newest reports that a search finds, whatever the format. `id` is a name that no move to another host changes,
 * `home` the page of the search, `self` the feed's own address, `updated` when its newest entry came.
 */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly home: string;
  readonly self: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}
