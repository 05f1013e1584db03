import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type Dialect, Kysely, Migrator, PostgresDialect, SqliteDialect } from "kysely";
import { describeMend } from "../archive/describe-mend.ts";
import { readErrorCode } from "../archive/read-error-code.ts";
import { makeFolder } from "../make-folder.ts";
import { cacheStatements } from "./cache-statements.ts";
import { type DialectTraits, postgresTraits, sqliteTraits } from "./dialect-traits.ts";
import { findDiskFault } from "./find-disk-fault.ts";
import { migrations } from "./migrations/migrations.ts";
import type { Schema } from "./schema.ts";

/** An open store. Pass it to the functions beside this file; close it when done. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly traits: DialectTraits;
  readonly close: () => Promise<void>;
}

/** Either a SQLite file (made with its folder where it is missing) or a PostgreSQL address. */
export type StoreLocation = { readonly file: string } | { readonly databaseUrl: string };

/** The store cannot be opened or brought up to date: its message says what to look at. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/** Opens the store and brings its tables up to date. Throws StoreUnavailable. */
export async function openStore(location: StoreLocation): Promise<Store> {
  const name = "file" in location ? location.file : new URL(location.databaseUrl).host;
  try {
    const [dialect, traits] =
      "file" in location
        ? [openSqlite(location.file), sqliteTraits]
        : [await openPostgres(location.databaseUrl), postgresTraits];
    const db = new Kysely<Schema>({ dialect });
    await migrate(db, traits);
    return { db, traits, close: () => db.destroy() };
  } catch (cause) {
    throw new StoreUnavailable(
      `The store ${name} cannot be opened${describeReason(location, cause)}`,
      { cause },
    );
  }
}

/** Where the file system is at fault SQLite says too little of it. */
function describeReason(location: StoreLocation, cause: unknown): string {
  if ("file" in location) {
    // What made no folder has said why.
    const isTold = readErrorCode(cause).startsWith("E");
    const fault = isTold ? cause : findDiskFault(dirname(location.file));
    if (fault !== null) return `: ${describeMend(fault)}`;
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return ` (${reason}): check that it exists, is writable and was made by this release or an older one.`;
}

const cacheKib = 64 * 1024;
const checkpointPages = 8_000;

function openSqlite(file: string): Dialect {
  makeFolder(dirname(file));
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  // NORMAL may lose the last transactions when the power fails, which acknowledged changes must not.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("busy_timeout = 15000");
  // In KiB and pages. With a million addresses the default of 2 MB reads every index page again for each one added.
  database.pragma(`cache_size = -${cacheKib}`);
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  return new SqliteDialect({ database: cacheStatements(database) });
}

/** Its driver is loaded only where it is used. */
async function openPostgres(connectionString: string): Promise<Dialect> {
  const { Pool } = await import("pg");
  return new PostgresDialect({ pool: new Pool({ connectionString, max: 8 }) });
}

async function migrate(db: Kysely<Schema>, traits: DialectTraits): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          migrations.map(({ name, up }) => [
            name,
            { up: (open: Kysely<unknown>) => up(open, traits) },
          ]),
        ),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw error;
  }
}
