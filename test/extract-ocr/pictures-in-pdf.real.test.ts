/// <reference lib="dom" />
// Functions handed to the browser speak of its document.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { readOriginal } from "../../indexer/extract/read-original.ts";
import { findTables } from "../../indexer/extract/tables/find-tables.ts";
import { readFacts } from "../../indexer/extract/tables/read-facts.ts";
import { openRecognizer, type Recognizer } from "../../indexer/ocr/open-recognizer.ts";
import { hasPrinter, openPrinter } from "../extract-pdf/print-pdf.ts";
import { buildReportHtml } from "../extract-pdf/report-html.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";
import { compareFacts, listFacts } from "./print-scans.ts";

const prints = numberAll(form2021);
const printed = new Map([...prints].map(([key, print]) => [key, Number(print)]));

describe.skipIf(!hasPrinter())("a PDF of text whose table is a picture", () => {
  let browser: Browser;
  let recognizer: Recognizer;
  let bytes: Uint8Array;
  beforeAll(async () => {
    [browser, recognizer] = await Promise.all([openPrinter(), openRecognizer(1)]);
    bytes = await printWithPicture();
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), recognizer?.close()]);
  });

  /** The report with table 3 as a picture of itself. */
  async function printWithPicture(): Promise<Uint8Array> {
    const html = buildReportHtml(
      form2021,
      (table, row, column) => prints.get(`${table}.${row}.${column}`) ?? "",
    );
    const page = await browser.newPage({
      viewport: { width: 800, height: 1200 },
      deviceScaleFactor: 3,
    });
    try {
      await page.setContent(html);
      const table = page.locator("table").nth(1);
      const image = (await table.screenshot({ type: "png" })).toString("base64");
      await table.evaluate((element, data) => {
        const picture = element.ownerDocument.createElement("img");
        picture.src = `data:image/png;base64,${data}`;
        picture.style.width = "100%";
        element.replaceWith(picture);
      }, image);
      return new Uint8Array(await page.pdf({ format: "A4" }));
    } finally {
      await page.close();
    }
  }

  it("is read, its numbers with their places on the page and how sure they are", async () => {
    const page = await readOriginal(bytes, { recognize: recognizer.recognize });
    const { right, wrong } = compareFacts(printed, listFacts(page));
    expect(wrong).toEqual([]);
    const requests = [...prints.keys()].filter((key) => key.startsWith("requests."));
    expect(right).toBeGreaterThan(prints.size - 0.2 * requests.length);
    const own = readFacts(findTables(page.body)).facts.filter(({ table }) => table === "requests");
    for (const { at } of own) {
      expect(at.in).toBe("pdf");
      expect(at).toHaveProperty("confidence");
    }
    expect(page.warnings.join()).toContain("1 张图片的文字由图片识别得到");
  });

  it("lacks that table where pictures are not read", async () => {
    const page = await readOriginal(bytes);
    const { right, wrong } = compareFacts(printed, listFacts(page));
    expect(wrong).toEqual([]);
    expect(right).toBe([...prints.keys()].filter((key) => !key.startsWith("requests.")).length);
  });
});
