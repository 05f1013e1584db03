import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadReport } from "../../../corpus/store/load-report.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { countPendingReadings, markAllReadings } from "../../../corpus/store/readings.ts";
import { writeBook } from "../../../demo/portal/files/write-book.ts";
import { planSite } from "../../../demo/portal/site/plan-site.ts";
import { importFile } from "../../../indexer/import-file.ts";
import { CrawledCorpus } from "./crawled-corpus.ts";
import { change, readDemoFile, readDemoPage } from "./pages.ts";

/** A page, and a workbook, that a careless program left a U+0000 in. */
const page = change(readDemoPage("qingshan-2022"), { 县政府紧扣: "县政府\u0000紧扣" });
const workbook = writeDamagedBook();

/** What becomes of contents that a database does not take, whichever it is; as describeReadPending. */
export function describeSettingAside(
  name: string,
  reset: ((folder: string) => Promise<Store>) | null,
): void {
  describe.skipIf(reset === null)(`on ${name}`, () => {
    let corpus: CrawledCorpus;
    beforeEach(async () => {
      corpus = await CrawledCorpus.open(reset ?? undefined);
    });
    afterEach(async () => corpus.close());

    /** No report of a form that is held is taken any more. */
    const closeStore = () =>
      sql`create unique index one_of_each_form on version (form)`.execute(corpus.store.db);
    /** One content that is refused is taken, a second one is not. */
    const closeRefusals = () =>
      sql`create unique index one_of_each_end on reading (state) where state <> 'pending'`.execute(
        corpus.store.db,
      );
    const visitAll = async (names: readonly string[]) => {
      for (const one of names)
        await corpus.visit({ path: `/${one}.html`, content: readDemoFile(one) });
    };

    describe("a content that cannot be kept", () => {
      it("is set aside with what the store said, and holds up none that comes after it", async () => {
        await visitAll(["qingshan-2022", "qingshan-2023", "qingshan-2020"]);
        await closeStore();
        expect(await corpus.read()).toBe(3);
        const [kept, aside, after] = await corpus.listReadings();
        expect([kept?.state, after?.state]).toEqual(["report", "report"]);
        expect(aside).toMatchObject({ state: "refused", report_id: null });
        expect(aside?.reason).toMatch(/could not be kept \(.*unique.*\): .*--reread/iu);
        expect(await corpus.listReports()).toHaveLength(2);
        await sql`drop index one_of_each_form`.execute(corpus.store.db);
        await markAllReadings(corpus.store);
        await corpus.read();
        expect(await corpus.listReports()).toHaveLength(3);
      });

      it("ends the reading where nothing can be kept at all, and waits on", async () => {
        await visitAll(["qingshan-2022", "qingshan-2023", "liuquan-2022"]);
        await closeStore();
        await closeRefusals();
        await expect(corpus.read()).rejects.toThrow(/unique/iu);
        expect((await corpus.listReadings()).map(({ state }) => state)).toEqual([
          "report",
          "refused",
          "pending",
        ]);
        expect(await countPendingReadings(corpus.store)).toBe(1);
      });
    });

    describe("U+0000, which no text means", () => {
      it.each([
        ["page", page],
        ["workbook", workbook],
      ])("is shown as a sign that cannot be read, in a %s that is crawled", async (_, content) => {
        const hints = { text: "2022年政府信息公开\u0000工作年度报告" };
        await corpus.visit({ path: "/a", content, hints });
        await corpus.read();
        expect(await corpus.listReadings()).toMatchObject([{ state: "report", reason: null }]);
        expect(await readOnly()).toEqual(readable);
      });

      it("is shown so in a workbook that is imported", async () => {
        const file = join(corpus.folder, "a.xls");
        writeFileSync(file, workbook);
        const input = { file, address: null, agency: null, year: null, demo: false };
        await importFile(input, corpus.targets);
        expect(await readOnly()).toEqual(readable);
      });

      /** The year and the words of the only report. */
      const readOnly = async () => {
        const [only] = await corpus.listReports();
        const report = await loadReport(corpus.store, only?.id ?? "");
        expect(JSON.stringify(report)).not.toContain("\\u0000");
        return [report?.year, report?.sections.map((section) => section.text).join("\n")];
      };
      const readable = [2022, expect.stringContaining("县政府\uFFFD紧扣")];
    });
  });
}

function writeDamagedBook(): Uint8Array {
  const [report] = planSite({ id: "nul", at: 0, seed: 1, departments: 1, years: [2022] }).reports;
  if (report === undefined) throw new Error("There is no report to damage.");
  const { blocks } = report.page;
  const at = blocks.findIndex(({ is }) => is === "heading") + 1;
  const words = { is: "paragraph", text: "县政府\u0000紧扣民生。" } as const;
  return writeBook({ ...report.page, blocks: blocks.toSpliced(at, 0, words) }, "biff8");
}
