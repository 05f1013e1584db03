import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadReport } from "../../../corpus/store/load-report.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { markAllReadings } from "../../../corpus/store/readings.ts";
import { importFile } from "../../../indexer/import-file.ts";
import { CrawledCorpus, digestOf } from "./crawled-corpus.ts";
import { append, change, readDemoPage, writeInLayout } from "./pages.ts";

const page = readDemoPage("qingshan-2022");
const counter = (count: number): string => append(page, `<p>浏览次数：${count}次</p>`);

/** What several addresses and imports come to, whichever database keeps them; as describeReadPending. */
export function describeSeveralAddresses(
  name: string,
  reset: ((folder: string) => Promise<Store>) | null,
): void {
  describe.skipIf(reset === null)(`on ${name}`, () => {
    let corpus: CrawledCorpus;
    beforeEach(async () => {
      corpus = await CrawledCorpus.open(reset ?? undefined);
    });
    afterEach(async () => corpus.close());

    describe("what a person imported", () => {
      const importPage = async (content: string, address: string | null) => {
        const file = join(corpus.folder, "imported.html");
        writeFileSync(file, content);
        const input = { file, address, agency: null, year: null, demo: false };
        return importFile(input, {
          ...corpus.targets,
          readClock: () => "2023-12-01T00:00:00.000Z",
        });
      };

      it("gives way to the same words with their address", async () => {
        await importPage(page, null);
        await corpus.see("/a.html", page);
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 1 }]);
        expect(await importPage(page, null)).toMatchObject({ state: "same" });
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 1 }]);
      });

      it("holds no longer where its address now says something else", async () => {
        const more = append(page, "<p>后来删去的话。</p>");
        await importPage(more, "http://www.qingshan.gov.test/a.html");
        expect(await corpus.see("/a.html", page)).toBe("text");
        const [only] = await corpus.listReports();
        expect(only).toMatchObject({ versions: 2 });
        const report = await loadReport(corpus.store, only?.id ?? "");
        expect(report?.capture.digest).toBe(digestOf(page));
      });

      it("speaks for the same words at its address", async () => {
        await importPage(page, "http://www.qingshan.gov.test/a.html");
        expect(await corpus.see("/a.html", counter(8))).toBe("cosmetic");
        await markAllReadings(corpus.store);
        await corpus.read();
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 1 }]);
      });
    });

    describe("several addresses", () => {
      it("hold the same version in whatever order they are read", async () => {
        const contents = [
          { path: "/a.html", content: page },
          { path: "/wap.html", content: counter(5) },
          { path: "/b.html", content: change(page, { "<p>2650</p>": "<p></p>" }) },
          { path: "/c.html", content: change(page, { 县政府紧扣: "县政府围绕" }) },
        ];
        for (const visited of contents) await corpus.visit(visited);
        const expected = [{ at: "/c.html", versions: 3 }];
        for (const order of [
          [1, 2, 3, 4],
          [4, 3, 2, 1],
          [2, 4, 1, 3],
          [3, 1, 4, 2],
        ]) {
          await forget();
          for (const id of order) {
            await corpus.store.db
              .updateTable("reading")
              .set({ state: "refused" })
              .where("state", "=", "pending")
              .execute();
            await corpus.store.db
              .updateTable("reading")
              .set({ state: "pending" })
              .where("id", "=", id)
              .execute();
            await corpus.read();
          }
          expect(await corpus.listReports()).toMatchObject(expected);
          expect(await listTellers()).toEqual(["/a.html", "/b.html", "/c.html"]);
        }
      });

      it("are one report as page, document and workbook", async () => {
        for (const name of ["html-trs", "docx", "xlsx", "ofd"])
          await corpus.visit({ path: `/${name}`, content: writeInLayout(name) });
        await corpus.read();
        expect(await corpus.listReports()).toMatchObject([{ at: "/html-trs", versions: 1 }]);
      });

      async function forget(): Promise<void> {
        const { db } = corpus.store;
        await db.deleteFrom("version").execute();
        await db.deleteFrom("report").execute();
        await db.deleteFrom("capture").execute();
        await db.updateTable("reading").set({ state: "pending", report_id: null }).execute();
      }

      async function listTellers(): Promise<readonly string[]> {
        const rows = await corpus.store.db
          .selectFrom("version")
          .innerJoin("capture", "capture.id", "version.capture_id")
          .orderBy("capture.address")
          .select("capture.address")
          .execute();
        return rows.map(({ address }) => new URL(address ?? "").pathname);
      }
    });
  });
}
