import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchive } from "../../../corpus/archive/open-archive.ts";
import { loadSources, saveSources } from "../../../corpus/store/sources.ts";
import { openCrawler } from "../../../crawler/main.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";

test("a crawl that cannot begin says so, and the crawler can be closed at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gk-crawler-"));
  const store = await openEmptyStore(join(folder, "gongkai.db"));
  const archive = await openArchive({ folder: join(folder, "archive"), store });
  const place = { division: "990121", agency: null, entry: "http://www.qingshan.gov.test/" };
  const kind = { kind: "portal", render: "http", notes: "虚构" } as const;
  await saveSources(store, [{ id: "qingshan", ...place, ...kind }], "demo");
  for (const table of ["reading", "visit", "run"]) await store.db.schema.dropTable(table).execute();
  const crawler = await openCrawler({
    corpus: { store, archive },
    userAgent: "GongkaiBot/test",
    contact: null,
    chromium: undefined,
  });
  const [source] = await loadSources(store);
  if (source === undefined) throw new Error("The source was not kept.");
  await expect(crawler.begin(source, "command")).rejects.toThrow(/run/u);
  expect(crawler.listRunning()).toEqual([]);
  // Its own run cannot be noted either; what matters is that it ends.
  await expect(crawler.close()).rejects.toThrow(/run/u);
  await archive.close();
  await store.close();
  rmSync(folder, { recursive: true });
});
