import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { describeArchiveRecords } from "./archive-records-suite.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-records-"));
afterAll(() => rmSync(folder, { recursive: true }));

describeArchiveRecords("SQLite", async () => {
  const fresh = mkdtempSync(join(folder, "store-"));
  return openEmptyStore(join(fresh, "gongkai.db"));
});
