import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractionSchema } from "../../corpus/extraction.ts";
import { buildFactKey } from "../../corpus/fact.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { hasPrinter, openPrinter } from "../extract-pdf/print-pdf.ts";
import { buildReportHtml } from "../extract-pdf/report-html.ts";
import { runGongkaiProcess } from "../gongkai-process.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-ocr-"));
const picture = join(folder, "report.png");
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasPrinter())("a picture of a report, by the program itself", () => {
  const expected = new Map<string, number>();
  beforeAll(async () => {
    const html = buildReportHtml(form2021, (table, row, column) => {
      const value = (expected.size * 37) % 211;
      expected.set(buildFactKey({ table: table as "requests", row, column }), value);
      return String(value);
    });
    const browser = await openPrinter();
    const page = await browser.newPage({
      viewport: { width: 900, height: 700 },
      deviceScaleFactor: 2,
    });
    await page.setContent(html);
    writeFileSync(picture, await page.screenshot({ fullPage: true }));
    await browser.close();
  });

  it("is refused with a sentence that says how to have it read", async () => {
    const { code, err } = await runGongkaiProcess(["extract", picture], folder);
    expect(code).toBe(1);
    expect(err).toContain("GONGKAI_OCR=on");
  });

  it("is read when that is switched on, and its numbers say so", async () => {
    const { code, out } = await runGongkaiProcess(["extract", "--json", picture], folder, {
      GONGKAI_OCR: "on",
    });
    expect(code).toBe(0);
    const [first] = JSON.parse(out) as readonly unknown[];
    const { facts, warnings, year } = extractionSchema.parse(first);
    const known = facts.filter(({ value }) => value !== null);
    const wrong = known.filter((fact) => expected.get(buildFactKey(fact)) !== fact.value);
    expect(wrong).toEqual([]);
    expect(known.length).toBeGreaterThan(0.9 * expected.size);
    expect(known.every(({ at }) => at.in === "image" && at.confidence > 0)).toBe(true);
    expect(warnings.join()).toContain("图片识别");
    expect(year).toBe(2024);
  });
});
