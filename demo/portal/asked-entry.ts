/** One request that a portal was asked and how it was answered, in the order of arrival. Times are the portals' clock. */
export interface AskedEntry {
  readonly host: string;
  readonly url: string;
  readonly method: string;
  readonly userAgent: string;
  /** The `From` header, empty where there is none. */
  readonly from: string;
  readonly at: number;
  /** When the answer was out or the asker was gone; null while it is under way. */
  readonly endedAt: number | null;
  /** Null for an answer that kept to no rule, and while there is none. */
  readonly status: number | null;
  /** `Location` of a redirect, absolute. */
  readonly location: string | null;
  /** Until when `Retry-After` asks to wait. */
  readonly retryAt: number | null;
}
