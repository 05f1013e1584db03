import type { ChangeCounts } from "./report-diff.ts";

/** What a version (by its digest) says otherwise than the one captured before it (`since`). */
export interface VersionChanges extends ChangeCounts {
  readonly digest: string;
  readonly since: string;
}
