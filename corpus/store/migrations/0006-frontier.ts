import type { Kysely } from "kysely";
import type { DialectTraits } from "../dialect-traits.ts";

/** What the crawler has to fetch: sources, their hosts and the IP addresses behind these, and every address found. */
export async function createFrontier(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await createSources(db);
  await createHosts(db, traits);
  await createAddresses(db, traits);
}

async function createSources(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("source")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("entry", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("render", "text", (c) => c.notNull())
    .addColumn("division_code", "text")
    .addColumn("agency", "text")
    .addColumn("notes", "text", (c) => c.notNull())
    .addColumn("origin", "text", (c) => c.notNull())
    .addColumn("removed", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
}

async function createHosts(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("host")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("ready_at", "text", (c) => c.notNull())
    .addColumn("paced_until", "text", (c) => c.notNull())
    .addColumn("leased_by", "text")
    .addColumn("lease_until", "text", (c) => c.notNull())
    .addColumn("response_ms", traits.double)
    .addColumn("failures", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("trips", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("ip", "text")
    .addColumn("habits", "text")
    .addColumn("robots", "text")
    .execute();
  await db.schema.createIndex("host_ready").on("host").columns(["state", "paced_until"]).execute();
  await db.schema
    .createTable("ip")
    .addColumn("address", "text", (c) => c.primaryKey())
    .addColumn("host", "text", (c) => c.notNull())
    .addColumn("lease_until", "text", (c) => c.notNull())
    .addColumn("paced_until", "text", (c) => c.notNull())
    .execute();
}

async function createAddresses(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("address")
    .addColumn("id", traits.identityType, traits.identity)
    .addColumn("key", "text", (c) => c.notNull().unique())
    .addColumn("host", "text", (c) => c.notNull().references("host.name"))
    .addColumn("source_id", "text", (c) => c.notNull().references("source.id"))
    .addColumn("render", "text", (c) => c.notNull())
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("request", "text", (c) => c.notNull())
    .addColumn("hints", "text", (c) => c.notNull())
    .addColumn("trail", "text", (c) => c.notNull())
    .addColumn("via", "integer")
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("priority", "integer", (c) => c.notNull())
    .addColumn("due_at", "text", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("status", "integer")
    .addColumn("failure", "text")
    .addColumn("reason", "text")
    .addColumn("digest", "text")
    .addColumn("etag", "text")
    .addColumn("last_modified", "text")
    .addColumn("found_at", "text", (c) => c.notNull())
    .addColumn("visited_at", "text")
    .execute();
  await db.schema
    .createIndex("address_queue")
    .on("address")
    .columns(["host", "state", "priority", "due_at"])
    .execute();
  await db.schema
    .createIndex("address_source")
    .on("address")
    .columns(["source_id", "state"])
    .execute();
}
