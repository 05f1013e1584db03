import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../../corpus/store/open-store.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-unwritable-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("says that a file stands where the data folder should be", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(openStore({ file: join(file, "gongkai.db") })).rejects.toThrow(
    /gongkai\.db cannot be opened: a file stands where a folder should be\./u,
  );
});

it.skipIf(process.getuid?.() === 0)("says that the folder may not be written", async () => {
  const locked = join(folder, "locked");
  mkdirSync(locked);
  chmodSync(locked, 0o500);
  await expect(openStore({ file: join(locked, "gongkai.db") })).rejects.toThrow(
    /this user may not write there/u,
  );
});

it.skipIf(process.platform !== "linux")(
  "ends where no folder can be made, and says so",
  async () => {
    await expect(openStore({ file: "/proc/nothere/deep/gongkai.db" })).rejects.toThrow(
      /its folder is not there and cannot be made/u,
    );
  },
);

it("makes the folders above it", async () => {
  const store = await openStore({ file: join(folder, "some", "new", "gongkai.db") });
  expect(await store.db.selectFrom("source").selectAll().execute()).toEqual([]);
  await store.close();
});

it("tells why a transaction failed that the database has ended itself, as it does on a full disk", async () => {
  const store = await openStore({ file: join(folder, "ended.db") });
  const broken = store.db.transaction().execute(async (trx) => {
    await sql`rollback`.execute(trx);
    throw new Error("the disk is full");
  });
  await expect(broken).rejects.toThrow("the disk is full");
  expect(await store.db.selectFrom("source").selectAll().execute()).toEqual([]);
  await store.close();
});
