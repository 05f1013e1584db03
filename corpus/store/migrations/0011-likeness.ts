import type { Kysely } from "kysely";
import type { DialectTraits } from "../dialect-traits.ts";

/** What reports have in common; filled by the next indexing, which also gives every section its new filter. */
export async function createLikeness(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await createCompared(db, traits);
  await createMatches(db, traits);
  await db
    .updateTable("indexing" as never)
    .set({ indexed_revision: 0 } as never)
    .execute();
}

async function createCompared(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("likeness_report")
    .addColumn("report_id", "text", (c) =>
      c.primaryKey().notNull().references("report.id").onDelete("cascade"),
    )
    .addColumn("version_id", "integer", (c) => c.notNull())
    .addColumn("edition", "integer", (c) => c.notNull())
    .addColumn("again", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("likeness_section")
    .addColumn("id", traits.identityType, traits.identity)
    .addColumn("report_id", "text", (c) =>
      c.notNull().references("likeness_report.report_id").onDelete("cascade"),
    )
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("signature", "text", (c) => c.notNull())
    .addUniqueConstraint("likeness_section_place", ["report_id", "position"])
    .execute();
  await db.schema
    .createTable("likeness_band")
    .addColumn("band_key", "integer", (c) => c.notNull())
    .addColumn("section_id", "integer", (c) =>
      c.notNull().references("likeness_section.id").onDelete("cascade"),
    )
    .addPrimaryKeyConstraint("likeness_band_member", ["band_key", "section_id"])
    .execute();
  await db.schema
    .createIndex("likeness_band_section")
    .on("likeness_band")
    .column("section_id")
    .execute();
}

async function createMatches(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await db.schema
    .createTable("likeness_match")
    .addColumn("report_id", "text", (c) =>
      c.notNull().references("likeness_report.report_id").onDelete("cascade"),
    )
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("relation", "text", (c) => c.notNull())
    .addColumn("other_id", "text", (c) => c.notNull())
    .addColumn("other_position", "integer", (c) => c.notNull())
    .addColumn("share", traits.double, (c) => c.notNull())
    .addPrimaryKeyConstraint("likeness_match_pair", [
      "report_id",
      "position",
      "other_id",
      "other_position",
    ])
    .execute();
  await db.schema
    .createIndex("likeness_match_other")
    .on("likeness_match")
    .column("other_id")
    .execute();
  await db.schema
    .createTable("likeness_common")
    .addColumn("kind", "text", (c) => c.primaryKey().notNull())
    .addColumn("edition", "integer", (c) => c.notNull())
    .addColumn("shingles", "text", (c) => c.notNull())
    .execute();
  await db
    .insertInto("likeness_common" as never)
    .values({ kind: "*", edition: -1, shingles: "[]" })
    .execute();
}
