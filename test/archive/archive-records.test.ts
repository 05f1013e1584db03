import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore } from "../../corpus/store/open-store.ts";
import { describeArchiveRecords } from "./archive-records-suite.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-records-"));
afterAll(() => rmSync(folder, { recursive: true }));

describeArchiveRecords("SQLite", async () => {
  const fresh = mkdtempSync(join(folder, "store-"));
  return openStore({ file: join(fresh, "gongkai.db") });
});
