import { type Kysely, sql } from "kysely";

/**
 * What keeps a frontier of a million addresses fast: which sources have addresses on which hosts, and indexes that hold
 * only what is due. One look at each pair then tells whether there is something to claim.
 */
export async function speedUpFrontier(db: Kysely<unknown>): Promise<void> {
  await createHostSources(db);
  for (const name of ["address_queue", "address_due", "address_source", "host_ready"])
    await db.schema.dropIndex(name).execute();
  const due = sql<boolean>`state = 'due'`;
  await db.schema
    .createIndex("address_queue")
    .on("address")
    .columns(["host", "source_id", "priority", "due_at"])
    .where(due)
    .execute();
  await db.schema
    .createIndex("address_due")
    .on("address")
    .columns(["host", "source_id", "due_at"])
    .where(due)
    .execute();
  await db.schema
    .createIndex("address_source")
    .on("address")
    .columns(["source_id", "role", "state"])
    .execute();
  await db.schema.createIndex("host_paced").on("host").columns(["paced_until", "name"]).execute();
}

async function createHostSources(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("host_source")
    .addColumn("host", "text", (c) => c.notNull().references("host.name").onDelete("cascade"))
    .addColumn("source_id", "text", (c) => c.notNull().references("source.id").onDelete("cascade"))
    .addPrimaryKeyConstraint("host_source_pair", ["host", "source_id"])
    .execute();
  await db.schema
    .createIndex("host_source_source")
    .on("host_source")
    .columns(["source_id", "host"])
    .execute();
  await sql`insert into host_source (host, source_id) select distinct host, source_id from address`.execute(
    db,
  );
}
