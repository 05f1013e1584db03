import type { Database, Statement } from "better-sqlite3";
import type { SqliteDatabase } from "kysely";

/** So many statements are held, none longer than this: what is longer binds many rows and hardly comes again. */
const most = { statements: 200, characters: 4_000 };
/** A pragma does its work while it is compiled: held, it would do nothing the second time. */
const isHeld = /^(?:select|insert|update|delete|with|begin|commit|rollback)\b/u;

/** A database that compiles what it is asked again only once; what was not asked for longest is let go first. */
export function cacheStatements(database: Database): SqliteDatabase {
  const held = new Map<string, Statement>();
  const prepare = (query: string): Statement => {
    // SQLite itself ends a transaction on a full disk: that there is none any more would hide why.
    if (query === "rollback" && !database.inTransaction) return database.prepare("select 0");
    if (query.length > most.characters || !isHeld.test(query)) return database.prepare(query);
    const statement = held.get(query) ?? database.prepare(query);
    held.delete(query);
    held.set(query, statement);
    const [oldest] = held.keys();
    if (held.size > most.statements && oldest !== undefined) held.delete(oldest);
    return statement;
  };
  return { prepare, close: () => void database.close() };
}
