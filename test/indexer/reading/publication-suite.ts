import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadReport } from "../../../corpus/store/load-report.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { markAllReadings } from "../../../corpus/store/readings.ts";
import { CrawledCorpus } from "./crawled-corpus.ts";
import { append, writeInLayout, writePage } from "./pages.ts";

const title = "青山县落霞乡2022年政府信息公开工作年度报告";
const html = writeInLayout("html-trs");
const docx = writeInLayout("docx");
const withoutTables = Buffer.from(html)
  .toString("utf8")
  .replaceAll(/<table border[^]*?<\/table>/gu, "");

const pageAddress = "http://www.qingshan.gov.test/p.html";
const tables =
  Buffer.from(html)
    .toString("utf8")
    .match(/<table border[^]*?<\/table>/gu) ?? [];
const onlyTables = writePage(title, tables.join(""));

/** What becomes of a page and the file that it leads to, whichever database keeps them; as describeReadPending. */
export function describePublications(
  name: string,
  reset: ((folder: string) => Promise<Store>) | null,
): void {
  describe.skipIf(reset === null)(`on ${name}`, () => {
    let corpus: CrawledCorpus;
    beforeEach(async () => {
      corpus = await CrawledCorpus.open(reset ?? undefined);
    });
    afterEach(async () => corpus.close());

    const visitFile = async (content: string | Uint8Array): Promise<number> =>
      corpus.visit({ path: "/f.docx", content, role: "attachment", via: "/p.html" });

    /** Where the versions lie. */
    const listFound = async () =>
      (
        await corpus.store.db
          .selectFrom("version")
          .innerJoin("capture", "capture.id", "version.capture_id")
          .orderBy("version.id")
          .select("capture.address")
          .execute()
      ).map(({ address }) => new URL(address ?? "").pathname);

    describe("a file with the numbers that its page has not", () => {
      it("is one publication with a page that has the words and none of the numbers", async () => {
        const facts = (report: Awaited<ReturnType<typeof loadReport>>) =>
          report?.facts.filter(({ value }) => value !== null).length;
        await corpus.visit({ path: "/p.html", content: withoutTables });
        await corpus.read();
        const [page] = await corpus.listReports();
        expect(facts(await loadReport(corpus.store, page?.id ?? ""))).toBe(0);
        const visit = await visitFile(docx);
        for (let times = 0; times < 2; times++) {
          await corpus.read();
          // What the page does not print has not changed.
          expect(await corpus.readChange(visit)).toBe("new");
          expect(await corpus.listReadings()).toMatchObject([
            { state: "report" },
            { state: "report" },
          ]);
          expect(await corpus.listReports()).toEqual([
            { id: page?.id, at: "/f.docx", versions: 1 },
          ]);
          const report = await loadReport(corpus.store, page?.id ?? "");
          expect(report?.capture.page).toBe(pageAddress);
          expect(await listFound()).toEqual(["/f.docx"]);
          expect(facts(await loadReport(corpus.store, page?.id ?? ""))).toBeGreaterThan(50);
          await markAllReadings(corpus.store);
        }
      });

      it("makes no version when its page changes and it does not", async () => {
        await corpus.visit({ path: "/p.html", content: withoutTables });
        await visitFile(docx);
        await corpus.read();
        const pages = [append(withoutTables, "访问量：12"), append(withoutTables, "欢迎光临")];
        for (const page of pages) {
          expect(await corpus.see("/p.html", page)).toBe("cosmetic");
          expect(await corpus.listReports()).toMatchObject([{ at: "/f.docx", versions: 1 }]);
        }
        expect(await corpus.listReadings()).not.toContainEqual(
          expect.objectContaining({ state: "refused" }),
        );
      });

      it("makes one version more when it changes, whatever its page does", async () => {
        await corpus.visit({ path: "/p.html", content: withoutTables });
        await visitFile(docx);
        await corpus.read();
        const visit = await visitFile(writeInLayout("docx", 8));
        await corpus.read();
        expect(await corpus.readChange(visit)).toBe("figures");
        expect(await corpus.listReports()).toMatchObject([{ at: "/f.docx", versions: 2 }]);
        const later = append(withoutTables, "访问量：13");
        expect(await corpus.see("/p.html", later)).toBe("cosmetic");
        expect(await corpus.listReports()).toMatchObject([{ at: "/f.docx", versions: 2 }]);
      });

      it("speaks for other pages that lead to it, too", async () => {
        const page = append(withoutTables, '<p><a href="/f.docx">附件</a></p>');
        await corpus.visit({ path: "/p.html", content: page });
        await visitFile(docx);
        await corpus.read();
        await corpus.see("/q.html", append(page, "另一栏目"));
        expect(await corpus.listReports()).toMatchObject([{ at: "/f.docx", versions: 1 }]);
      });

      it("gives the report back to a page that has its numbers, with what that said before", async () => {
        await corpus.visit({ path: "/p.html", content: withoutTables });
        await visitFile(docx);
        await corpus.read();
        await corpus.see("/p.html", html);
        expect(await corpus.listReports()).toMatchObject([{ at: "/p.html", versions: 2 }]);
        expect(await listFound()).toEqual(["/p.html", "/p.html"]);
        await corpus.see("/p.html", withoutTables);
        expect(await corpus.listReports()).toMatchObject([{ at: "/f.docx" }]);
      });

      it("keeps the page beside it where it adds only the tables", async () => {
        await corpus.visit({ path: "/p.html", content: withoutTables });
        await visitFile(onlyTables);
        await corpus.read();
        const [report] = await corpus.listReports();
        expect(report).toMatchObject({ versions: 2 });
      });
    });
  });
}
