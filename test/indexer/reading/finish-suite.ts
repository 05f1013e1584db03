import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadReport } from "../../../corpus/store/load-report.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { loadPendingReadings, markAllReadings } from "../../../corpus/store/readings.ts";
import { CrawledCorpus } from "./crawled-corpus.ts";
import { change, readDemoPage, writeInLayout, writePage } from "./pages.ts";

const title = "青山县落霞乡2022年政府信息公开工作年度报告";
const notice = writePage(title, '<p>年度报告全文见附件。</p><p><a href="/f.docx">附件</a></p>');
const html = writeInLayout("html-trs");
const docx = writeInLayout("docx");
/** A document that says neither whose it is nor for which year. */
const nameless = [
  "政府信息公开工作年度报告",
  "一、总体情况",
  "主动公开信息12条。",
  "二、主动公开政府信息情况",
  "第二十条第（五）项 信息内容 本年处理决定数量 行政许可 3",
  "三、收到和处理政府信息公开申请情况",
  "无。",
  "四、政府信息公开行政复议、行政诉讼情况",
  "无。",
].join("\n");

/** What becomes of single contents, whichever database keeps them; as describeReadPending. */
export function describeFinishReading(
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

    describe("a file that goes with a page", () => {
      it("is no version where the page is the report", async () => {
        await corpus.visit({ path: "/p.html", content: html });
        await visitFile(change(nameless, { "12条": "13条" }));
        await corpus.read();
        const [page, file] = await corpus.listReadings();
        expect(page).toMatchObject({ state: "report" });
        expect(file).toMatchObject({
          state: "refused",
          report_id: page?.report_id,
          reason: expect.stringMatching(/the page is kept/u),
        });
        expect(await corpus.listReports()).toMatchObject([{ at: "/p.html", versions: 1 }]);
      });

      it("is the report where the page only names it", async () => {
        await corpus.visit({ path: "/p.html", content: notice });
        await visitFile(docx);
        await corpus.read();
        expect(await corpus.listReadings()).toMatchObject([
          { state: "refused" },
          { state: "report" },
        ]);
        expect(await corpus.listReports()).toMatchObject([{ at: "/f.docx", versions: 1 }]);
      });

      it("is the report of the body and year that the link to its page names", async () => {
        const hints = { text: title };
        await corpus.visit({ path: "/p.html", content: notice, hints });
        await visitFile(nameless);
        await corpus.read();
        const [only] = await corpus.listReports();
        const report = await loadReport(corpus.store, only?.id ?? "");
        expect(report).toMatchObject({ agency: "落霞乡人民政府", year: 2022, level: "township" });
        expect(report?.warnings).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/没有写明年度，按链接文字记为2022年/u),
            expect.stringMatching(/没有写明发布机关，按链接文字记为落霞乡人民政府/u),
          ]),
        );
      });

      it("is another report where it is of another year", async () => {
        await corpus.visit({ path: "/p.html", content: html });
        await visitFile(change(readDemoPage("qingshan-2022"), {}));
        await corpus.read();
        expect(await corpus.listReports()).toHaveLength(2);
      });

      it("waits for its page, whichever came first", async () => {
        await corpus.visit({ path: "/p.html", content: notice });
        await visitFile(docx);
        await corpus.read();
        await corpus.visit({ path: "/p.html", content: html });
        await markAllReadings(corpus.store);
        const urls = (await loadPendingReadings(corpus.store, 10)).map(({ url }) => url);
        expect(urls.every((url) => url.endsWith("/p.html"))).toBe(true);
        await corpus.read();
        expect((await corpus.listReadings()).map(({ state }) => state)).toEqual([
          "refused",
          "refused",
          "report",
        ]);
        expect(await corpus.listReports()).toMatchObject([{ at: "/p.html", versions: 1 }]);
      });

      it("is judged again when its page becomes the report, and when it no longer is", async () => {
        await corpus.visit({ path: "/p.html", content: notice });
        await visitFile(docx);
        await corpus.read();
        await corpus.see("/p.html", html);
        expect(await corpus.listReports()).toMatchObject([{ at: "/p.html", versions: 1 }]);
        await corpus.see("/p.html", notice);
        expect(await corpus.listReports()).toMatchObject([{ at: "/f.docx", versions: 1 }]);
      });
    });

    describe("what the way to a content tells", () => {
      it("fills in what the content does not say, and only that", async () => {
        const hints = { text: "青山县教育局2021年政府信息公开工作年度报告", year: 2019 };
        await corpus.visit({ path: "/a.html", content: nameless, hints });
        await corpus.visit({ path: "/b.html", content: html, hints });
        await corpus.read();
        const reports = [];
        for (const { id } of await corpus.listReports())
          reports.push(await loadReport(corpus.store, id));
        expect(reports.map((report) => [report?.agency, report?.year])).toEqual(
          expect.arrayContaining([
            ["青山县教育局", 2021],
            ["落霞乡人民政府", 2022],
          ]),
        );
      });

      it("takes the body from the source where no words name one", async () => {
        await corpus.visit({
          path: "/a.html",
          content: nameless,
          hints: { text: "查看", year: 2021 },
        });
        await corpus.read();
        const [only] = await corpus.listReports();
        const report = await loadReport(corpus.store, only?.id ?? "");
        expect(report).toMatchObject({ agency: "青山县人民政府", year: 2021, level: "county" });
      });

      it("takes the place of a body from the source where the content names none", async () => {
        const vague = change(nameless, { 政府信息公开工作: "财政局2021年政府信息公开工作" });
        await corpus.visit({ path: "/a.html", content: vague });
        await corpus.read();
        const [only] = await corpus.listReports();
        const report = await loadReport(corpus.store, only?.id ?? "");
        expect(report).toMatchObject({ agency: "青山县财政局", year: 2021, level: "county" });
        expect(report?.warnings).toContainEqual(expect.stringMatching(/按网站来源记为.*青山县/u));
      });

      it("refuses what is of no year by any word", async () => {
        await corpus.visit({ path: "/a.html", content: nameless, hints: { text: "查看" } });
        await corpus.read();
        expect(await corpus.listReadings()).toMatchObject([
          { state: "refused", reason: expect.stringMatching(/which year/u) },
        ]);
      });
    });

    describe("pages that lead to reports", () => {
      const list = writePage(
        "政府信息公开年报",
        `<ul>${["落霞乡", "石鼓渡乡", "教育局", "财政局"]
          .map(
            (body) =>
              `<li><a href="/${body}.html">青山县${body}2022年政府信息公开工作年度报告</a><span>2023-01-18</span></li>`,
          )
          .join("")}</ul>`,
      );
      const statistics = writePage(
        "青山县2022年政府信息公开工作年度报告公布情况",
        "<p>全县37家单位均已公布2022年政府信息公开工作年度报告。</p><table><tr><td>单位</td><td>公布日期</td></tr><tr><td>教育局</td><td>2023-01-18</td></tr></table>",
      );

      it.each(["column", "list", "frame", "report"] as const)(
        "are no reports when they list titles as a %s",
        async (role) => {
          await corpus.visit({ path: "/nb/", content: list, role });
          await corpus.visit({ path: "/qk.html", content: statistics, role });
          await corpus.read();
          expect((await corpus.listReadings()).map(({ state }) => state)).toEqual([
            "refused",
            "refused",
          ]);
        },
      );

      it("are reports when they hold the body of one", async () => {
        await corpus.visit({ path: "/nb/2022n/", content: html, role: "column" });
        await corpus.read();
        expect(await corpus.listReports()).toMatchObject([{ at: "/nb/2022n/" }]);
      });

      it("are no reports when they explain one", async () => {
        const explained = change(readDemoPage("qingshan-2022"), {
          "<title>青山县人民政府2022年政府信息公开工作年度报告":
            "<title>一图读懂青山县人民政府2022年政府信息公开工作年度报告",
        });
        await corpus.visit({ path: "/a.html", content: explained });
        const hints = { text: "2022年政府信息公开工作年度报告解读" };
        await corpus.visit({ path: "/b.html", content: html, hints });
        await corpus.read();
        expect(await corpus.listReadings()).toMatchObject([
          { state: "refused", reason: expect.stringMatching(/一图读懂/u) },
          { state: "refused", reason: expect.stringMatching(/解读/u) },
        ]);
      });
    });
  });
}
