import type { Kysely } from "kysely";
import type { DialectTraits } from "../dialect-traits.ts";

/** When sources are crawled, what each crawl did, what every visit gave, and which contents wait to be read. */
export async function createRuns(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await scheduleSources(db);
  await createRunTable(db, traits);
  await createVisits(db, traits);
  await createReadings(db, traits);
  await db.schema
    .createIndex("address_due")
    .on("address")
    .columns(["host", "state", "due_at"])
    .execute();
  await db.schema.alterTable("capture").addColumn("seen_at", "text").execute();
  await db.schema.alterTable("capture").addColumn("gone_at", "text").execute();
}

async function scheduleSources(db: Kysely<unknown>): Promise<void> {
  const columns = [
    ["schedule", "text"],
    ["next_at", "text"],
    ["wanted_at", "text"],
  ] as const;
  for (const [name, type] of columns)
    await db.schema.alterTable("source").addColumn(name, type).execute();
  await db.schema
    .alterTable("source")
    .addColumn("paused", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
}

async function createRunTable(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("run")
    .addColumn("id", traits.identityType, traits.identity)
    .addColumn("source_id", "text", (c) => c.notNull().references("source.id"))
    .addColumn("cause", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("started_at", "text", (c) => c.notNull())
    .addColumn("heard_at", "text", (c) => c.notNull())
    .addColumn("ended_at", "text")
    .addColumn("visits", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("failures", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("found", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("contents", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("bytes", traits.double, (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex("run_source").on("run").columns(["source_id", "id"]).execute();
}

async function createVisits(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("visit")
    .addColumn("id", traits.identityType, traits.identity)
    .addColumn("run_id", "integer", (c) => c.notNull().references("run.id"))
    .addColumn("address_id", "integer", (c) => c.notNull().references("address.id"))
    .addColumn("source_id", "text", (c) => c.notNull())
    .addColumn("host", "text", (c) => c.notNull())
    .addColumn("url", "text", (c) => c.notNull())
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("visited_at", "text", (c) => c.notNull())
    .addColumn("status", "integer")
    .addColumn("failure", "text")
    .addColumn("reason", "text")
    .addColumn("change", "text")
    .addColumn("digest", "text")
    .addColumn("bytes", traits.double, (c) => c.notNull())
    .addColumn("took_ms", traits.double, (c) => c.notNull())
    .execute();
  await db.schema.createIndex("visit_run").on("visit").columns(["run_id", "id"]).execute();
  await db.schema.createIndex("visit_address").on("visit").columns(["address_id", "id"]).execute();
}

async function createReadings(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("reading")
    .addColumn("id", traits.identityType, traits.identity)
    .addColumn("address_id", "integer", (c) => c.notNull().references("address.id"))
    .addColumn("visit_id", "integer", (c) => c.notNull().references("visit.id"))
    .addColumn("digest", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("captured_at", "text", (c) => c.notNull())
    .addColumn("seen_at", "text", (c) => c.notNull())
    .addColumn("url", "text", (c) => c.notNull())
    .addColumn("status", "integer", (c) => c.notNull())
    .addColumn("headers", "text", (c) => c.notNull())
    .addColumn("media_type", "text", (c) => c.notNull())
    .addColumn("charset", "text")
    .addColumn("bytes", traits.double, (c) => c.notNull())
    .addColumn("report_id", "text")
    .addColumn("reason", "text")
    .execute();
  await db.schema
    .createIndex("reading_content")
    .on("reading")
    .columns(["address_id", "digest"])
    .unique()
    .execute();
  await db.schema.createIndex("reading_state").on("reading").columns(["state", "id"]).execute();
}
