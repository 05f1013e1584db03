/** The kinds of records that hold content or stand for it. */
export const bearingTypes = ["response", "resource", "conversion", "revisit"] as const;
export type BearingType = (typeof bearingTypes)[number];

/**
 * Where a record lies: a gzip member of `length` bytes at `offset` of `file`, which is a name in the archive's folder.
 * `digest` is the SHA-256 of its content with content coding undone, `payloadDigest` that of its payload as it lies
 * there; where they differ, content coding is on. A `revisit` has no payload of its own: its digests are those of the
 * record that it refers to. `visitOffset` and `visitLength` span all records of the same fetch, which lie side by side.
 */
export interface ArchiveRecord {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly type: BearingType;
  readonly target: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
  readonly digest: string;
  readonly payloadDigest: string;
  readonly visitOffset: number;
  readonly visitLength: number;
}
