import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../corpus/store/open-store.ts";
import { countPendingReadings } from "../../corpus/store/readings.ts";
import { readPending } from "../../indexer/read-pending.ts";
import { editions } from "../../demo/generator/editions.ts";
import { generatePrints } from "../../demo/generator/generate-prints.ts";
import { layouts } from "../../demo/generator/layouts/layouts.ts";
import { buildReportWords } from "../../demo/generator/report-words.ts";
import { type WrittenReport, writeReport } from "../../demo/generator/write-report.ts";
import { openPress } from "../../demo/generator/press/open-press.ts";
import { findBrowser } from "../web/open-browser.ts";
import { startPostgres } from "../store/postgres-server.ts";
import { CrawledCorpus } from "./reading/crawled-corpus.ts";
import { describeSeveralAddresses } from "./reading/addresses-suite.ts";
import { describeFinishReading } from "./reading/finish-suite.ts";
import { append, luoxiaTown, readDemoPage } from "./reading/pages.ts";
import { describeReadPending } from "./reading/pending-suite.ts";
import { describePublications } from "./reading/publication-suite.ts";
import { describeSettingAside } from "./reading/set-aside-suite.ts";

const server = await startPostgres();
afterAll(() => server?.stop());

const reset = server && (() => openEmpty(server.url));
describeReadPending("PostgreSQL", reset);
describeFinishReading("PostgreSQL", reset);
describePublications("PostgreSQL", reset);
describeSeveralAddresses("PostgreSQL", reset);
describeSettingAside("PostgreSQL", reset);

async function openEmpty(databaseUrl: string): Promise<Store> {
  const store = await openStore({ databaseUrl });
  await sql`drop schema public cascade`.execute(store.db);
  await sql`create schema public`.execute(store.db);
  await store.close();
  return openStore({ databaseUrl });
}

describe("many contents", () => {
  it("are read in threads, end when they are asked to stop, and are gone on with", async () => {
    const corpus = await CrawledCorpus.open();
    const page = readDemoPage("qingshan-2022");
    for (let at = 0; at < 80; at++) {
      const dated = page.replaceAll("2022年", `${2003 + (at % 20)}年`);
      // Where there is little to read, no thread is started for it.
      const spaces = at % 3 === 0 ? " ".repeat(1_500_000) : "";
      const whole = `${append(dated, `<p>第${at}号。</p>`)}${spaces}`;
      const content = at % 26 === 7 ? "%PDF-1.7 broken" : whole;
      await corpus.visit({ path: `/${at}.html`, content });
    }
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 20) stop.abort();
    };
    expect(await readPending(corpus.targets, { stop: stop.signal, onProgress })).toBe(20);
    expect(await countPendingReadings(corpus.store)).toBe(60);
    expect(await readPending(corpus.targets)).toBe(60);
    const states = (await corpus.listReadings()).map(({ state }) => state);
    expect(states.filter((state) => state === "refused")).toHaveLength(3);
    const reports = await corpus.listReports();
    expect(reports.map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, at) => `/${60 + at}.html`),
    );
    expect(reports.map(({ versions }) => versions).reduce((sum, count) => sum + count)).toBe(77);
    await corpus.close();
  });
});

describe.skipIf(findBrowser() === null)("a document beside its page", () => {
  it("is the same report, printed by a browser", async () => {
    const corpus = await CrawledCorpus.open();
    const press = await openPress();
    const html = printLayout("html-trs").content;
    const pdf = await press.run("pdf", printLayout("pdf-ruled").content);
    await press.close();
    await corpus.visit({ path: "/a.html", content: html });
    const visit = await corpus.visit({ path: "/a.pdf", content: pdf });
    await corpus.read();
    expect(await corpus.readChange(visit)).toBe("cosmetic");
    expect(await corpus.listReports()).toMatchObject([{ at: "/a.html", versions: 1 }]);
    await corpus.close();
  });
});

/** The same report in any layout, as its writer leaves it. */
function printLayout(name: string): WrittenReport {
  const edition = editions.find((one) => one.name === "2021");
  const layout = layouts.find((one) => one.name === name);
  if (edition === undefined || layout === undefined) throw new Error(`there is no ${name}`);
  const [prints = new Map<string, string>()] = generatePrints(edition.form, 7, 1);
  const words = buildReportWords(edition.form, { publisher: luoxiaTown });
  return writeReport({ edition, prints, words, seed: 7 }, layout);
}
