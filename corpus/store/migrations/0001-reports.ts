import type { Kysely } from "kysely";
import type { DialectTraits } from "../dialect-traits.ts";

/** Divisions, agencies, captures, reports with their versions, and what the index has to learn. */
export async function createReports(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await createPlaces(db);
  await createCaptures(db);
  await createVersions(db, traits);
  await createContents(db, traits);
  await createIndexing(db);
}

async function createPlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("division")
    .addColumn("code", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("parent", "text", (c) => c.references("division.code"))
    .addColumn("level", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("agency")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("division_code", "text", (c) => c.references("division.code"))
    .execute();
}

async function createCaptures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("capture")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("digest", "text", (c) => c.notNull())
    .addColumn("address", "text")
    .addColumn("file", "text")
    .addColumn("captured_at", "text", (c) => c.notNull())
    .addColumn("status", "integer")
    .addColumn("headers", "text")
    .addColumn("media_type", "text", (c) => c.notNull())
    .addColumn("charset", "text")
    .addColumn("bytes", "integer", (c) => c.notNull())
    .addColumn("demo", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex("capture_digest").on("capture").column("digest").execute();
}

async function createVersions(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("report")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("agency_id", "text", (c) => c.notNull().references("agency.id"))
    .addColumn("year", "integer", (c) => c.notNull())
    .addColumn("current_version", "integer")
    .addUniqueConstraint("report_agency_year", ["agency_id", "year"])
    .execute();
  await db.schema
    .createTable("version")
    .addColumn("id", traits.identityType, traits.identity)
    .addColumn("report_id", "text", (c) => c.notNull().references("report.id"))
    .addColumn("capture_id", "text", (c) => c.notNull().unique().references("capture.id"))
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("printed_agency", "text", (c) => c.notNull())
    .addColumn("form", "text")
    .addColumn("published", "text")
    .addColumn("index_number", "text")
    .addColumn("document_number", "text")
    .addColumn("division_confidence", traits.double)
    .addColumn("division_evidence", "text", (c) => c.notNull())
    .addColumn("warnings", "text", (c) => c.notNull())
    .addColumn("extracted_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("version_report").on("version").column("report_id").execute();
}

async function createContents(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await partOfVersion(db, "section")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("heading", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .execute();
  await partOfVersion(db, "fact")
    .addColumn("table_key", "text", (c) => c.notNull())
    .addColumn("row_key", "text", (c) => c.notNull())
    .addColumn("column_key", "text", (c) => c.notNull())
    .addColumn("value", traits.double)
    .addColumn("raw", "text", (c) => c.notNull())
    .addColumn("unit", "text")
    .addColumn("label", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .execute();
  await partOfVersion(db, "finding")
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("verdict", "text", (c) => c.notNull())
    .addColumn("message", "text", (c) => c.notNull())
    .addColumn("expected", traits.double)
    .addColumn("actual", traits.double)
    .addColumn("facts", "text", (c) => c.notNull())
    .execute();
}

function partOfVersion(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn("version_id", "integer", (c) =>
      c.notNull().references("version.id").onDelete("cascade"),
    )
    .addColumn("position", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, ["version_id", "position"]);
}

async function createIndexing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("indexing")
    .addColumn("report_id", "text", (c) => c.primaryKey())
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("indexed_revision", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("content_hash", "text")
    .addColumn("documents", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
}
