import { type Kysely, sql } from "kysely";
import type { CurrentVersion, FactSource, VersionFacts } from "../fact-source.ts";
import { knownFacts } from "../forms/known-facts.ts";
import type { Store } from "./open-store.ts";
import type { Count, Schema } from "./schema.ts";

/** The numbers of all reports, as their current versions tell them. */
export function openFactSource(store: Store): FactSource {
  return {
    loadState: () => loadState(store),
    loadCurrent: (after, limit) => loadCurrent(store, after, limit),
    loadFacts: (versions) => loadFacts(store, versions),
  };
}

/**
 * Made of how many reports there are, their versions and the revisions that the index is to learn: 30,000 reports
 * take 5 ms. Numbers of versions are never given again.
 */
async function loadState({ db }: Store): Promise<string> {
  const reports = await db
    .selectFrom("report")
    .select((eb) => [
      eb.fn.countAll<Count>().as("count"),
      eb.fn.sum<Count>("current_version").as("versions"),
      eb.fn.max("current_version").as("newest"),
    ])
    .executeTakeFirstOrThrow();
  const revisions = await db
    .selectFrom("indexing")
    .select((eb) => eb.fn.sum<Count>("revision").as("sum"))
    .executeTakeFirstOrThrow();
  return [reports.count, reports.versions, reports.newest, revisions.sum].join(" ");
}

async function loadCurrent(
  { db }: Store,
  after: string,
  limit: number,
): Promise<readonly CurrentVersion[]> {
  return db
    .selectFrom("report")
    .where("id", ">", after)
    .where("current_version", "is not", null)
    .select(["id as reportId", "current_version as version"])
    .orderBy("id")
    .limit(limit)
    .$narrowType<{ version: number }>()
    .execute();
}

/** Between facts, and between a fact's key and its number. A label may hold them too: then there are more parts. */
const separator = "\u001F";
const equals = "\u001E";

/** One row for each version: a row for each fact would take three times as long. */
async function loadFacts(
  { db }: Store,
  versions: readonly number[],
): Promise<readonly VersionFacts[]> {
  if (versions.length === 0) return [];
  const fact = sql`table_key || '.' || row_key || '.' || column_key || ${equals} || cast(value as text)`;
  const rows = await db
    .selectFrom("fact")
    .where("version_id", "in", versions)
    .where("value", "is not", null)
    .groupBy("version_id")
    .select([
      "version_id as version",
      sql<Count>`count(*)`.as("count"),
      sql<string>`string_agg(${fact}, ${separator} order by position)`.as("text"),
    ])
    .execute();
  const answers: VersionFacts[] = [];
  for (const { version, count, text } of rows) {
    const parts = text.split(separator).map((part) => parsePart(part));
    const isClear = parts.length === Number(count);
    answers.push({ version, facts: keepKnown(isClear ? parts : await loadParts(db, version)) });
  }
  return answers;
}

type Part = readonly [key: string, value: number];

function parsePart(part: string): Part {
  const at = part.lastIndexOf(equals);
  return [part.slice(0, at), Number(part.slice(at + equals.length))];
}

async function loadParts(db: Kysely<Schema>, version: number): Promise<readonly Part[]> {
  const rows = await db
    .selectFrom("fact")
    .where("version_id", "=", version)
    .where("value", "is not", null)
    .select(["table_key", "row_key", "column_key", "value"])
    .$narrowType<{ value: number }>()
    .orderBy("position")
    .execute();
  return rows.map((row) => [`${row.table_key}.${row.row_key}.${row.column_key}`, row.value]);
}

/** Of numbers with the same key the first counts, as in the search's documents of reports. */
function keepKnown(parts: readonly Part[]): ReadonlyMap<string, number> {
  const facts = new Map<string, number>();
  for (const [key, value] of parts)
    if (knownFacts.has(key) && !facts.has(key)) facts.set(key, value);
  return facts;
}
