import type { Browser } from "playwright-core";
import type { Fact } from "../../corpus/fact.ts";
import { buildFactKey } from "../../corpus/fact.ts";
import type { Form } from "../../corpus/forms/form.ts";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";
import { renderPages } from "../../indexer/extract/ocr/render-pages.ts";
import type { Page } from "../../indexer/extract/page/page.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { findTables } from "../../indexer/extract/tables/find-tables.ts";
import { readFacts } from "../../indexer/extract/tables/read-facts.ts";
import { printPdf } from "../extract-pdf/print-pdf.ts";
import { buildReportHtml } from "../extract-pdf/report-html.ts";
import { degradeImage, type Damage } from "./degrade-image.ts";

/** A fictional report in one font as a scanner sees it. */
export interface Print {
  readonly form: Form;
  /** The font of the text, as CSS names it. */
  readonly font: string;
  /** Rules for `table` and `td`. */
  readonly css?: string;
  readonly seed: number;
}

export interface Scan {
  readonly dotsPerInch: number;
  readonly damage: Damage;
}

/** A printed report: the PDF, and its facts as its text gives them, by key. */
export interface PrintedReport {
  readonly bytes: Uint8Array;
  readonly facts: ReadonlyMap<string, number | null>;
}

export async function printReport(browser: Browser, print: Print): Promise<PrintedReport> {
  const html = buildReportHtml(print.form, pickValues(print.seed), {
    body: `font-family: ${print.font}, "Noto Serif CJK SC", serif`,
    ...(print.css === undefined ? {} : { css: print.css }),
  });
  const bytes = await printPdf(browser, html);
  return { bytes, facts: listFacts(await readPdf(bytes)) };
}

/** Zeros mostly, as in reports, blanks, marks for none, and numbers of any length. */
function pickValues(seed: number): () => string {
  let state = seed;
  const roll = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const sizes = [10, 60, 1_000, 90_000];
  return () => {
    const kind = roll();
    const size = sizes[Math.floor(roll() * sizes.length)] ?? 10;
    const number = String(Math.floor(roll() * size));
    if (kind < 0.35) return "0";
    if (kind < 0.43) return "";
    return kind < 0.45 ? "/" : number;
  };
}

/** The pages of a report as pictures from a scanner. */
export async function scanReport(
  { bytes }: PrintedReport,
  { dotsPerInch, damage }: Scan,
): Promise<readonly Uint8Array[]> {
  const images: GrayImage[] = [];
  const take = async ({ image }: { readonly image: GrayImage }): Promise<void> =>
    void images.push(image);
  await renderPages(bytes, [1, 2], { take, dotsPerInch });
  return images.map((image, at) => degradeImage(image, damage, at + 1));
}

/** Values by fact key, as the tables of a page give them. */
export function listFacts({ body }: Page): ReadonlyMap<string, number | null> {
  const { facts } = readFacts(findTables(body));
  return new Map(facts.map((fact: Fact) => [buildFactKey(fact), fact.value]));
}

/** How a reading compares with what was printed: numbers read right, left out, and wrong, by their keys. */
export interface Comparison {
  readonly right: number;
  readonly missing: number;
  readonly wrong: readonly string[];
}

/** A value where none was printed is wrong, too. */
export function compareFacts(
  printed: ReadonlyMap<string, number | null>,
  read: ReadonlyMap<string, number | null>,
): Comparison {
  const wrong: string[] = [];
  let right = 0;
  for (const [key, value] of read) {
    if (value === null) continue;
    const expected = printed.get(key);
    if (expected === value) right++;
    else wrong.push(`${key}: ${String(expected)} was read as ${value}`);
  }
  const all = [...printed.values()].filter((value) => value !== null).length;
  return { right, missing: all - right, wrong };
}
