import { sql } from "kysely";
import { afterAll, describe } from "vitest";
import { openStore } from "../../corpus/store/open-store.ts";
import { startPostgres } from "./postgres-server.ts";
import { describeStore } from "./store-suite.ts";

const server = await startPostgres();
afterAll(() => server?.stop());

if (server === null) {
  describe.skip("the store on PostgreSQL (skipped: no initdb and pg_ctl on this machine)", () => {});
} else {
  describeStore("PostgreSQL", async () => {
    const store = await openStore({ databaseUrl: server.url });
    await sql`drop schema public cascade`.execute(store.db);
    await sql`create schema public`.execute(store.db);
    await store.close();
    return openStore({ databaseUrl: server.url });
  });
}
