import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { leftOutFeatures } from "../../crawler/browser/left-out-features.ts";

export type PdfOptions = NonNullable<Parameters<Page["pdf"]>[0]>;

const executablePath = process.env["PLAYWRIGHT_CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether this machine has the browser that prints. */
export function hasPrinter(): boolean {
  return existsSync(executablePath);
}

export async function openPrinter(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", leftOutFeatures],
  });
}

/** Prints a page as a browser would, on A4 if nothing else is said; one at a time, all in one tab. */
export async function printPdf(
  browser: Browser,
  html: string,
  options: PdfOptions = {},
): Promise<Uint8Array> {
  const [open] = browser.contexts().flatMap((context) => context.pages());
  const page = open ?? (await browser.newPage());
  await page.setContent(html);
  const margin = { top: "20mm", bottom: "20mm", left: "22mm", right: "22mm" };
  return new Uint8Array(await page.pdf({ format: "A4", margin, ...options }));
}
