import { sql } from "kysely";
import { afterAll } from "vitest";
import { openStore, type Store } from "../../corpus/store/open-store.ts";
import { startPostgres } from "./postgres-server.ts";
import { describeFrontier } from "./frontier-suite.ts";
import { describeSchedule } from "./schedule-suite.ts";
import { describeSourceCounts } from "./source-counts-suite.ts";
import { describeStore } from "./store-suite.ts";

const server = await startPostgres();
afterAll(() => server?.stop());

describeStore("PostgreSQL", server && (() => openEmpty(server.url)));
describeFrontier("PostgreSQL", server && (() => openEmpty(server.url)));
describeSchedule("PostgreSQL", server && (() => openEmpty(server.url)));
describeSourceCounts("PostgreSQL", server && (() => openEmpty(server.url)));

async function openEmpty(databaseUrl: string): Promise<Store> {
  const store = await openStore({ databaseUrl });
  await sql`drop schema public cascade`.execute(store.db);
  await sql`create schema public`.execute(store.db);
  await store.close();
  return openStore({ databaseUrl });
}
