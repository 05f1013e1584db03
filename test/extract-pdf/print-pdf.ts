import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

export type PdfOptions = NonNullable<Parameters<Page["pdf"]>[0]>;

const executablePath = process.env["PLAYWRIGHT_CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether this machine has the browser that prints. */
export function hasPrinter(): boolean {
  return existsSync(executablePath);
}

export async function openPrinter(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** Prints a page as a browser would, on A4 if nothing else is said. */
export async function printPdf(
  browser: Browser,
  html: string,
  options: PdfOptions = {},
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(html);
    const margin = { top: "20mm", bottom: "20mm", left: "22mm", right: "22mm" };
    return new Uint8Array(await page.pdf({ format: "A4", margin, ...options }));
  } finally {
    await page.close();
  }
}
