/** A capture to be exported, and what a list of pages says of it. */
export interface CapturedPage {
  readonly digest: string;
  /** Where it came from; null for a file from disk. */
  readonly address: string | null;
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly capturedAt: string;
  readonly bytes: number;
}
