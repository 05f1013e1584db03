import { type ColumnDefinitionBuilder, type RawBuilder, sql } from "kysely";

/** In what the two databases differ, as data, so that no migration or query asks which one it runs on. */
export interface DialectTraits {
  readonly name: "sqlite" | "postgres";
  readonly identityType: "integer" | "serial";
  readonly identity: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  readonly double: "real" | "double precision";
  /** How many values one statement may bind. */
  readonly maxBindings: number;
  /** Ends a query that picks a row of `host` to claim: several workers pass by the rows that others are claiming. */
  readonly skipClaimed: RawBuilder<unknown>;
  /**
   * Around a transaction that need not be on the disk at once, and what brings all such to the disk; null where that
   * saves nothing.
   */
  readonly lightly: {
    readonly before: RawBuilder<unknown>;
    readonly after: RawBuilder<unknown>;
    readonly settle: RawBuilder<unknown>;
  } | null;
}

export const sqliteTraits: DialectTraits = {
  name: "sqlite",
  identityType: "integer",
  identity: (column) => column.primaryKey().autoIncrement(),
  double: "real",
  maxBindings: 30_000,
  // SQLite has one writer at a time: there are no claims to pass by.
  skipClaimed: sql``,
  lightly: {
    before: sql`pragma synchronous = normal`,
    after: sql`pragma synchronous = full`,
    // A number that nobody reads: what is written last takes all before it along, and nothing written would be too little.
    settle: sql`pragma user_version = 0`,
  },
};

export const postgresTraits: DialectTraits = {
  name: "postgres",
  identityType: "serial",
  identity: (column) => column.primaryKey(),
  double: "double precision",
  maxBindings: 30_000,
  skipClaimed: sql`for update of host skip locked`,
  // Transactions at the same time share one write to the disk.
  lightly: null,
};
