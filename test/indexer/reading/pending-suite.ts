import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadHoldings } from "../../../corpus/store/holdings.ts";
import { loadReport } from "../../../corpus/store/load-report.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { countPendingReadings, markAllReadings } from "../../../corpus/store/readings.ts";
import { readPending } from "../../../indexer/read-pending.ts";
import { CrawledCorpus } from "./crawled-corpus.ts";
import { append, change, readDemoFile, readDemoPage, writePage } from "./pages.ts";

const page = readDemoPage("qingshan-2022");
const counter = (count: number): string => append(page, `<p>浏览次数：${count}次</p>`);

/**
 * What reading must do, whichever database it stands on; skipped where that is not installed. `reset` opens an empty
 * store in a folder.
 */
export function describeReadPending(
  name: string,
  reset: ((folder: string) => Promise<Store>) | null,
): void {
  describe.skipIf(reset === null)(`on ${name}`, () => {
    let corpus: CrawledCorpus;
    beforeEach(async () => {
      corpus = await CrawledCorpus.open(reset ?? undefined);
    });
    afterEach(async () => corpus.close());

    describe("reading what the crawler archived", () => {
      it("keeps the report with the capture as it was received", async () => {
        await corpus.visit({ path: "/a.html", content: page });
        expect(await corpus.read()).toBe(1);
        const [only] = await corpus.listReports();
        const report = await loadReport(corpus.store, only?.id ?? "");
        expect(report).toMatchObject({ agency: "青山县人民政府", year: 2022, level: "county" });
        expect(report?.capture).toMatchObject({
          address: "http://www.qingshan.gov.test/a.html",
          file: null,
          capturedAt: "2024-01-01T00:00:01.000Z",
          mediaType: "text/html",
          charset: "utf-8",
        });
        expect(await corpus.listReadings()).toMatchObject([
          { state: "report", report_id: only?.id, reason: null },
        ]);
        expect(await corpus.read()).toBe(0);
      });

      it("refuses what is no report with a sentence", async () => {
        await corpus.visit({ path: "/a.html", content: writePage("食谱", "<p>五花肉切块。</p>") });
        await corpus.read();
        expect(await corpus.listReadings()).toMatchObject([
          { state: "refused", report_id: null, reason: expect.stringMatching(/no annual report/u) },
        ]);
        expect((await loadHoldings(corpus.store)).reports).toBe(0);
      });

      it("refuses what the archive lost, and goes on", async () => {
        await corpus.visit({ path: "/a.html", content: page });
        await corpus.visit({ path: "/b.html", content: readDemoFile("liuquan-2022") });
        await corpus.store.db
          .updateTable("reading")
          .set({ digest: "0".repeat(64) })
          .where("id", "=", 1)
          .execute();
        expect(await corpus.read()).toBe(2);
        const [lost, kept] = await corpus.listReadings();
        expect(lost).toMatchObject({ state: "refused", reason: expect.stringMatching(/backup/u) });
        expect(kept).toMatchObject({ state: "report" });
      });

      it("refuses what is damaged in the archive, and goes on", async () => {
        await corpus.visit({ path: "/a.html", content: page });
        await corpus.archive.close();
        const { file, record_offset: offset } = await corpus.store.db
          .selectFrom("archive_record")
          .select(["file", "record_offset"])
          .executeTakeFirstOrThrow();
        const path = join(corpus.folder, "archive", file);
        const bytes = readFileSync(path);
        bytes.fill(0, offset + 600, offset + 640);
        writeFileSync(path, bytes);
        await corpus.visit({ path: "/b.html", content: readDemoFile("liuquan-2022") });
        expect(await corpus.read()).toBe(2);
        const [damaged, kept] = await corpus.listReadings();
        expect(damaged).toMatchObject({
          state: "refused",
          reason: expect.stringMatching(/damaged|digest|backup/iu),
        });
        expect(kept).toMatchObject({ state: "report" });
      });

      it("changes nothing when everything is read again", async () => {
        await corpus.visit({ path: "/a.html", content: page });
        await corpus.visit({ path: "/b.html", content: counter(1) });
        await corpus.visit({
          path: "/a.html",
          content: change(page, { 县政府紧扣: "县政府围绕" }),
        });
        await corpus.visit({
          path: "/l.html",
          content: writePage("目录", "<p>无</p>"),
          role: "list",
        });
        await corpus.visit({ path: "/b.html", content: null });
        await corpus.read();
        const before = await takeStock();
        expect(await markAllReadings(corpus.store)).toBe(4);
        expect(await corpus.read()).toBe(4);
        expect(await takeStock()).toEqual(before);
      });

      it("goes on where it was stopped", async () => {
        for (const name of ["qingshan-2022", "liuquan-2022", "wangchao-2022"])
          await corpus.visit({ path: `/${name}.html`, content: readDemoFile(name) });
        const stop = new AbortController();
        const onProgress = (): void => stop.abort();
        expect(await readPending(corpus.targets, { stop: stop.signal, onProgress })).toBe(1);
        expect(await countPendingReadings(corpus.store)).toBe(2);
        expect(await corpus.read()).toBe(2);
        expect(await corpus.listReports()).toHaveLength(3);
      });

      async function takeStock(): Promise<unknown> {
        const { db } = corpus.store;
        return {
          reports: await corpus.listReports(),
          readings: await db.selectFrom("reading").orderBy("id").selectAll().execute(),
          visits: await db.selectFrom("visit").orderBy("id").select(["id", "change"]).execute(),
          captures: await db.selectFrom("capture").orderBy("id").selectAll().execute(),
          facts: await db
            .selectFrom("fact")
            .innerJoin("version", "version.id", "fact.version_id")
            .orderBy("version.capture_id")
            .orderBy("fact.position")
            .select(["version.capture_id", "row_key", "column_key", "value"])
            .execute(),
        };
      }
    });

    describe("what changed", () => {
      beforeEach(async () => {
        expect(await corpus.see("/a.html", page)).toBe("new");
      });

      it.each([
        ["cosmetic", counter(17), 1],
        ["text", change(page, { 县政府紧扣: "县政府围绕" }), 2],
        ["text", change(page, { "2023-03-02</td>": "2023-02-20</td>" }), 2],
        ["figures", change(page, { "<p>2650</p>": "<p>2651</p>" }), 2],
        ["attachment", append(page, '<p><a href="/b.pdf">附件：统计表</a></p>'), 2],
      ])("is %s", async (expected, content, versions) => {
        expect(await corpus.see("/a.html", content)).toBe(expected);
        expect(await corpus.listReports()).toMatchObject([{ versions }]);
      });

      it("keeps the version before a silent correction, and holds the newer one", async () => {
        await corpus.see("/a.html", change(page, { "<p>2650</p>": "<p>2651</p>" }));
        expect(await readPenalties()).toEqual([2651, 2650]);
      });

      it("lets the older version hold again when a correction is taken back", async () => {
        await corpus.see("/a.html", change(page, { "<p>2650</p>": "<p>2651</p>" }));
        expect(await corpus.see("/a.html", page)).toBe("figures");
        expect(await corpus.listReports()).toMatchObject([{ versions: 2 }]);
        expect((await readPenalties())[0]).toBe(2650);
        await corpus.see("/a.html", change(page, { "<p>2650</p>": "<p>2651</p>" }));
        expect(await corpus.see("/a.html", counter(99))).toBe("figures");
        expect(await corpus.listReports()).toMatchObject([{ versions: 2 }]);
        expect((await readPenalties())[0]).toBe(2650);
      });

      it("is told of a report that comes back after something else", async () => {
        const other = writePage("网站维护公告", "<p>网站维护中。</p>");
        expect(await corpus.see("/a.html", other)).toBe("changed");
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 1 }]);
        expect(await corpus.see("/a.html", page)).toBe("text");
      });

      it("holds an address again that came back", async () => {
        await corpus.see("/wap/a.html", change(page, { "<p>2650</p>": "<p></p>" }));
        await corpus.visit({ path: "/a.html", content: null });
        expect(await corpus.listReports()).toMatchObject([{ at: "/wap/a.html" }]);
        await corpus.visit({ path: "/a.html", content: page });
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 2 }]);
        expect(await countPendingReadings(corpus.store)).toBe(0);
      });

      it("is no version where another address says the same", async () => {
        expect(await corpus.see("/wap/a.html", counter(3))).toBe("cosmetic");
        expect(await corpus.see("/column/a.html", page)).toBe("cosmetic");
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 1 }]);
      });

      it("is a version where another address says something else, and the first one holds", async () => {
        const less = change(page, { "<p>2650</p>": "<p></p>" });
        expect(await corpus.see("/wap/a.html", less)).toBe("figures");
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 2 }]);
      });

      it("has moved where the old address is gone before", async () => {
        await corpus.visit({ path: "/a.html", content: null });
        expect(await corpus.see("/new/a.html", counter(1))).toBe("moved");
        expect(await corpus.listReports()).toMatchObject([{ versions: 1 }]);
      });

      it("has moved where the old address is found gone later", async () => {
        const visit = await corpus.visit({ path: "/new/a.html", content: counter(1) });
        await corpus.read();
        expect(await corpus.readChange(visit)).toBe("cosmetic");
        await corpus.visit({ path: "/a.html", content: null });
        expect(await corpus.readChange(visit)).toBe("moved");
      });

      it.each([
        ["the same bytes", counter(0)],
        ["other bytes", counter(2)],
      ])("has not moved after all where the old address comes back: %s", async (_, content) => {
        await corpus.see("/old.html", counter(0));
        await corpus.visit({ path: "/old.html", content: null });
        await corpus.visit({ path: "/a.html", content: null });
        const visit = await corpus.visit({ path: "/new/a.html", content: counter(1) });
        await corpus.read();
        expect(await corpus.readChange(visit)).toBe("moved");
        await corpus.see("/old.html", content);
        expect(await corpus.readChange(visit)).toBe("cosmetic");
        await corpus.visit({ path: "/old.html", content: null });
        expect(await corpus.readChange(visit)).toBe("moved");
      });

      it("holds what is gone only where nothing else is left", async () => {
        const less = change(page, { "<p>2650</p>": "<p></p>" });
        await corpus.see("/wap/a.html", less);
        await corpus.visit({ path: "/a.html", content: null });
        expect(await corpus.listReports()).toMatchObject([{ at: "/wap/a.html", versions: 2 }]);
        await corpus.visit({ path: "/wap/a.html", content: null });
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 2 }]);
      });

      it("knows an address as gone that was found so before its content was read", async () => {
        await corpus.visit({
          path: "/b.html",
          content: change(page, { "<p>91</p>": "<p>92</p>" }),
        });
        await corpus.visit({ path: "/b.html", content: null });
        await corpus.read();
        expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 2 }]);
      });

      it("no longer holds what its address replaced by another report", async () => {
        const less = change(page, { "<p>2650</p>": "<p></p>" });
        await corpus.see("/wap/a.html", less);
        expect(await corpus.see("/a.html", readDemoFile("qingshan-2023"))).toBe("new");
        const reports = await corpus.listReports();
        expect(reports.map(({ at, versions }) => [at, versions])).toEqual([
          ["/wap/a.html", 2],
          ["/a.html", 1],
        ]);
      });

      async function readPenalties(): Promise<readonly (number | null | undefined)[]> {
        const [only] = await corpus.listReports();
        const current = await loadReport(corpus.store, only?.id ?? "");
        const others = (current?.versions ?? []).filter((version) => !version.current);
        const reports = [current];
        for (const { capture } of others)
          reports.push(await loadReport(corpus.store, only?.id ?? "", capture.digest));
        return reports.map((report) => report?.facts.find(({ row }) => row === "penalties")?.value);
      }
    });
  });
}
