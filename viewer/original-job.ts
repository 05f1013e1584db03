import type { Place } from "../corpus/fact.ts";

/**
 * An original to show: `at` is the place to mark, `page` the page (or sheet) from 1, null for that of the place;
 * `address` is where the document is served, to which `&page=2` may be added.
 */
export interface OriginalJob {
  readonly bytes: Uint8Array;
  readonly at: Place | null;
  readonly page: number | null;
  readonly address: string;
}

/** What a file is drawn from besides its bytes. */
export type Wish = Pick<OriginalJob, "at" | "page">;
