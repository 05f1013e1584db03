import type { ColumnDefinitionBuilder } from "kysely";

/** In what the two databases differ, as data, so that no migration or query asks which one it runs on. */
export interface DialectTraits {
  readonly name: "sqlite" | "postgres";
  readonly identityType: "integer" | "serial";
  readonly identity: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  readonly double: "real" | "double precision";
  /** How many values one statement may bind. */
  readonly maxBindings: number;
}

export const sqliteTraits: DialectTraits = {
  name: "sqlite",
  identityType: "integer",
  identity: (column) => column.primaryKey().autoIncrement(),
  double: "real",
  maxBindings: 30_000,
};

export const postgresTraits: DialectTraits = {
  name: "postgres",
  identityType: "serial",
  identity: (column) => column.primaryKey(),
  double: "double precision",
  maxBindings: 30_000,
};
