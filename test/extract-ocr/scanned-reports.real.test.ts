import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { decodeImage } from "../../indexer/extract/ocr/decode/decode-image.ts";
import { readScan } from "../../indexer/extract/ocr/read-scan.ts";
import { scanPdfPages } from "../../indexer/extract/ocr/scan-pdf-pages.ts";
import type { ScannedImage } from "../../indexer/extract/ocr/scanned-image.ts";
import { turnQuarter } from "../../indexer/extract/ocr/turn-quarter.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import type { DocumentPage } from "../../indexer/extract/page/page.ts";
import { findTables } from "../../indexer/extract/tables/find-tables.ts";
import { readFacts } from "../../indexer/extract/tables/read-facts.ts";
import { openRecognizer, type Recognizer } from "../../indexer/ocr/open-recognizer.ts";
import { hasPrinter, openPrinter } from "../extract-pdf/print-pdf.ts";
import { encodeImage } from "./degrade-image.ts";
import {
  compareFacts,
  listFacts,
  printReport,
  scanReport,
  type PrintedReport,
} from "./print-scans.ts";
import { scanners } from "./scanners.ts";
import { writePicturePdf } from "./write-picture-pdf.ts";

const headings = [
  "云岫县青禾镇人民政府",
  "2024年政府信息公开工作年度报告",
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];

/** `npm run nightly` reads from more of them. */
const badScanners = [
  "110 dpi, aslant, poor JPEG",
  ...(Number(process.env["FUZZ_FACTOR"] ?? 1) > 1 ? ["150 dpi, aslant, blurred, JPEG"] : []),
];

describe.skipIf(!hasPrinter())("a scanned report", () => {
  let browser: Browser;
  let recognizer: Recognizer;
  let report: PrintedReport;
  beforeAll(async () => {
    [browser, recognizer] = await Promise.all([openPrinter(), openRecognizer(1)]);
    report = await printReport(browser, { form: form2021, font: '"Noto Serif CJK SC"', seed: 5 });
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), recognizer?.close()]);
  });

  it("of a good scanner is read whole, and each number tells its place and how sure it is", async () => {
    const page = await readPictures("300 dpi");
    expect(compareFacts(report.facts, listFacts(page))).toMatchObject({ missing: 0, wrong: [] });
    expect(listHeadings(page)).toEqual(headings);
    const { facts } = readFacts(findTables(page.body));
    for (const { at } of facts) {
      if (at.in !== "image") throw new Error("A number of a picture stands in it.");
      const [x0, y0, x1, y1] = at.box;
      expect([1, 2]).toContain(at.page);
      expect(Math.min(x0, y0)).toBeGreaterThan(100);
      expect(x1 - x0).toBeGreaterThan(60);
      expect(y1 - y0).toBeGreaterThan(40);
      expect(at.confidence).toBeGreaterThan(0.3);
    }
  });

  it.each(badScanners)("of a bad scanner gives no wrong number: %s", async (name) => {
    const { right, wrong } = compareFacts(report.facts, listFacts(await readPictures(name)));
    expect(right).toBeGreaterThan(60);
    // Rows whose label cannot be read have keys of their own; no number stands under another's key.
    expect(wrong.filter((line) => !line.includes(": undefined was read as"))).toEqual([]);
  });

  it("in a PDF is read with its pages of text in order", async () => {
    const [first, second] = await scanReport(report, scanners["200 dpi, aslant, JPEG"] ?? never());
    const pages = [first ?? never(), "第二页有文字，是打印的。", second ?? never()];
    const bytes = writePicturePdf(pages);
    const page = await readPdf(bytes, async (file, numbers) =>
      scanPdfPages(file, numbers, recognizer),
    );
    expect(page.warnings).toContain("第 1、3 页的文字由图片识别得到，请核对其中的数字。");
    const lines = page.blocks.flatMap((block) => (block.kind === "line" ? [block] : []));
    const own = lines.find(({ text }) => text.includes("是打印的"));
    expect(own?.origin).toMatchObject({ in: "pdf", page: 2 });
    expect(own?.origin).not.toHaveProperty("confidence");
    expect(listHeadings(page)).toEqual(headings);
    const { facts } = readFacts(findTables(page.body));
    expect(facts.every(({ at }) => at.in === "pdf" && at.confidence !== undefined)).toBe(true);
    const { right, wrong } = compareFacts(report.facts, listFacts(page));
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(report.facts.size / 2);
  });

  it("that lies on its side or head is read as upright", async () => {
    const [first] = await scanReport(report, scanners["100 dpi screenshot"] ?? never());
    const upright = listFacts(await readScan([first ?? never()], recognizer));
    expect(upright.size).toBeGreaterThan(50);
    for (const quarters of [1, 2]) {
      const page = await readScan([turnPicture(first ?? never(), quarters)], recognizer);
      const { wrong, right } = compareFacts(report.facts, listFacts(page));
      expect(wrong).toEqual([]);
      expect(right).toBeGreaterThan(upright.size / 2);
    }
  });

  it("in a PDF is refused without recognition", async () => {
    const [first] = await scanReport(report, scanners["100 dpi screenshot"] ?? never());
    await expect(readPdf(writePicturePdf([first ?? never()]))).rejects.toThrow("only pictures");
  });

  async function readPictures(scanner: string): Promise<DocumentPage> {
    const images = await scanReport(report, scanners[scanner] ?? never());
    return readScan(images, recognizer);
  }
});

/** Lines that are headings of the report, as read. */
function listHeadings({ blocks }: DocumentPage): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === "line" && /^(?:云岫县|2024年|[一二三四五六]、)/u.test(block.text)
      ? [block.text]
      : [],
  );
}

function turnPicture(bytes: Uint8Array, quarters: number): Uint8Array {
  const { image } = decodeImage(bytes);
  const place = (): never => never();
  let page: ScannedImage = { number: 1, image, unit: null, place };
  for (let turn = 0; turn < quarters; turn++) page = turnQuarter(page);
  return encodeImage(page.image);
}

function never(): never {
  throw new Error("There is no such scan.");
}
