import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form2019 } from "../../corpus/forms/form-2019.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { Form } from "../../corpus/forms/form.ts";
import type { DocumentPage } from "../../indexer/extract/page/page.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { hasPrinter, openPrinter, printPdf, type PdfOptions } from "./print-pdf.ts";
import { readFacts, type PrintedFacts } from "./read-facts.ts";
import { buildReportHtml, sampleProse, type ReportStyle } from "./report-html.ts";

interface Layout {
  readonly style?: ReportStyle;
  readonly print?: PdfOptions;
}

const layouts: Readonly<Record<string, Layout>> = {
  "borders of one pixel, three tables over two pages": {},
  landscape: { print: { landscape: true } },
  "a header on each page, running head and page numbers": {
    style: { repeatsHeader: true },
    print: {
      displayHeaderFooter: true,
      headerTemplate: `<p style="font-size:8px;width:100%;text-align:center">云岫县年报汇编</p>`,
      footerTemplate: `<p style="font-size:8px;width:100%;text-align:center">第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页</p>`,
    },
  },
  "tables over many small pages": {
    print: { format: "A5" },
    style: { css: "table { font-size: 7pt }" },
  },
  "borders apart": {
    style: { css: "table { border-collapse: separate; border-spacing: 2px; border: 1px solid }" },
  },
  "double borders": { style: { css: "td { border: 3px double }" } },
  "dotted borders": { style: { css: "td { border: 1px dotted }" } },
  "no borders": { style: { css: "td { border: none }" } },
  "no borders, words at the top": { style: { css: "td { border: none; vertical-align: top }" } },
  "borders of rows alone": { style: { css: "td { border: none; border-bottom: 1px solid }" } },
  "borders of columns alone": {
    style: {
      css: "td { border: none; border-left: 1px solid; border-right: 1px solid } table { border: 1px solid }",
    },
  },
  "words in the middle": { style: { css: "td { text-align: center }" } },
  "words at the top": { style: { css: "td { vertical-align: top }" } },
  "narrow cells, one character a line": { style: { labelWidths: [2.6, 6, 22] } },
  "larger type": { style: { css: "table { font-size: 10.5pt }" } },
};

/** `FUZZ_FACTOR=100` runs so many times the usual number of cases. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);

const values = fc.oneof(
  fc.constantFrom("0", "1", "7"),
  fc.nat(99).map(String),
  fc.nat(9_999_999).map(String),
  fc.constant(""),
);

describe.skipIf(!hasPrinter())("reports that a browser prints", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openPrinter();
  });
  afterAll(async () => {
    await browser.close();
  });

  async function print(form: Form, layout: Layout, pick: () => string): Promise<Printed> {
    const expected: Record<string, string> = {};
    const html = buildReportHtml(
      form,
      (table, row, column) => (expected[`${table}.${row}.${column}`] = pick()),
      layout.style,
    );
    const bytes = await printPdf(browser, html, layout.print);
    return { page: await readPdf(bytes), expected };
  }

  for (const form of [form2021, form2019])
    it.each(Object.entries(layouts))(
      `form ${form.id}, %s: every number is read`,
      async (_, layout) => {
        const sizes = [7, 60, 1_000, 90_000];
        let step = 1;
        const { page, expected } = await print(form, layout, () => {
          step = (step * 48_271) % 2_147_483_647;
          return String(step % (sizes[step % sizes.length] ?? 1));
        });
        expect(readFacts(page.blocks, form)).toEqual(expected);
        expect(page.warnings).toEqual([]);
        expect(listLines(page)).toEqual(listExpectedLines(form));
      },
    );

  it("give any values back, blanks as blanks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(form2021, form2019),
        fc.constantFrom(
          ...Object.values(layouts).filter(({ style }) => !style?.css?.includes("none")),
        ),
        fc.array(values, { minLength: 30, maxLength: 200 }),
        async (form, layout, picks) => {
          let at = 0;
          const { page, expected } = await print(
            form,
            layout,
            () => picks[at++ % picks.length] ?? "",
          );
          // A number too wide for its cell may be unreadable, but never another one.
          const found = Object.entries(readFacts(page.blocks, form)).filter(
            ([, value]) => !value.includes("\ufffd"),
          );
          expect(Object.fromEntries(found)).toEqual(
            Object.fromEntries(found.map(([key]) => [key, expected[key]])),
          );
          expect(found.length).toBeGreaterThan(180);
        },
      ),
      { numRuns: 8 * factor, endOnFailure: true },
    );
  });

  it("in two columns are read column by column", async () => {
    const paragraphs = Array.from({ length: 9 }, (_, at) => `第${at}段。${sampleProse.join("")}`);
    const html = `<meta charset="utf-8"><style>body { font: 10.5pt/1.6 "Noto Serif CJK SC" } div { columns: 2; column-gap: 24px }
      p { text-indent: 2em; margin: 0; text-align: justify } h1 { text-align: center }</style>
      <h1>云岫县年度报告</h1><div>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div><h2>二、其他事项</h2>`;
    const { blocks } = await readPdf(await printPdf(browser, html));
    expect(blocks.map((block) => block.kind === "line" && block.text)).toEqual([
      "云岫县年度报告",
      ...paragraphs,
      "二、其他事项",
    ]);
  });
});

interface Printed {
  readonly page: DocumentPage;
  readonly expected: PrintedFacts;
}

function listLines({ blocks }: DocumentPage): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));
}

function listExpectedLines(form: Form): readonly string[] {
  return [
    "云岫县青禾镇人民政府",
    "2024年政府信息公开工作年度报告",
    "一、总体情况",
    ...sampleProse,
    ...form.tables.map(({ caption }, at) => `${["二", "三", "四"][at]}、${caption}`),
    "五、存在的主要问题及改进情况",
    ...sampleProse,
    "六、其他需要报告的事项",
    "无其他需要报告的事项。",
  ];
}
