import type { QueryNames } from "./query-names.ts";

/** A query while it is read: as typed, and folded with the same offsets. */
export interface QuerySource {
  readonly query: string;
  readonly folded: string;
  readonly names: QueryNames;
}

/** Matches a sticky pattern (flags `uy`) against the folded query at one offset. */
export function matchAt(source: QuerySource, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source.folded);
}
