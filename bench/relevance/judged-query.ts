import type { Half } from "./planting.ts";

export const queryKinds = [
  "place",
  "term",
  "twoCharacter",
  "phrase",
  "negative",
  "number",
  "mixed",
  "question",
  "rare",
  "ambiguous",
  "typo",
  "pinyin",
  "traditional",
  "operator",
] as const;
export type QueryKind = (typeof queryKinds)[number];

/**
 * A query as a person types it. `match` is the rule of relevance and `count` that of the total, as `parseRule` reads
 * them (`match` as `count` means the same rule; without `count` the total is not judged). `prefers` is the kind of
 * section that the words ask for. `none` marks a query that nothing answers.
 */
export interface QueryRow {
  readonly q: string;
  readonly match: string;
  readonly count?: string;
  readonly prefers?: string;
  readonly none?: true;
}

export type QueryRows = Readonly<Record<QueryKind, readonly QueryRow[]>>;

export interface JudgedQuery extends QueryRow {
  readonly id: string;
  readonly half: Half;
  readonly kind: QueryKind;
}

/** The queries of a half with ids `<half>-<kind>-<number from 1>`. */
export function listQueries(half: Half, rows: QueryRows): readonly JudgedQuery[] {
  return queryKinds.flatMap((kind) =>
    rows[kind].map((row, index) => ({ ...row, half, kind, id: `${half}-${kind}-${index + 1}` })),
  );
}
