/** A report and the version of it that counts now; a version never changes, another one has another number. */
export interface CurrentVersion {
  readonly reportId: string;
  readonly version: number;
}

/** The numbers of a version by their keys, those that an official layout asks for; blank cells are left out. */
export interface VersionFacts {
  readonly version: number;
  readonly facts: ReadonlyMap<string, number>;
}

/** Where the numbers of all reports come from. Every method does I/O. */
export interface FactSource {
  /** Another text whenever a report has come, gone or changed. Cheap enough to be asked every few seconds. */
  readonly loadState: () => Promise<string>;
  /** Reports from the id after `after` on, in the order of their ids. */
  readonly loadCurrent: (after: string, limit: number) => Promise<readonly CurrentVersion[]>;
  /** The numbers of these versions, in no order; a version that has none, or is gone by now, is left out. */
  readonly loadFacts: (versions: readonly number[]) => Promise<readonly VersionFacts[]>;
}
