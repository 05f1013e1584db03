/// <reference lib="dom" />
// Functions handed to the browser speak of its document.
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { openBrowser } from "../../../test/web/open-browser.ts";
import { type Office, openOffice } from "./open-office.ts";
import type { Press, PressName } from "./press.ts";

/** Starts the browser that prints, on one page for all: a new one costs more than a print. Throws where there is none. */
export async function openPress(): Promise<Press> {
  const browser = await openBrowser();
  const office = await openOffice();
  const page = await browser.newPage({
    viewport: { width: 1000, height: 1400 },
    deviceScaleFactor: 2,
  });
  return {
    run: (name, input) => runPress({ page, office }, name, input),
    close: async () => {
      await browser.close();
      await office.close();
    },
  };
}

interface Machines {
  readonly page: Page;
  readonly office: Office;
}

async function runPress(
  { page, office }: Machines,
  name: PressName,
  input: string | Uint8Array,
): Promise<Uint8Array> {
  if (name === "doc") return office.convertToDoc(Buffer.from(input));
  await page.setContent(Buffer.from(input).toString());
  if (name === "scan") await scanPage(page);
  if (name !== "table-images") return printPage(page);
  await photographTables(page);
  return Buffer.from(await page.content());
}

const margins = { top: "20mm", bottom: "20mm", left: "22mm", right: "22mm" };

async function printPage(page: Page): Promise<Uint8Array> {
  return new Uint8Array(
    await page.pdf({
      format: "A4",
      preferCSSPageSize: true,
      printBackground: true,
      margin: margins,
    }),
  );
}

/** Each table becomes an image of itself. */
async function photographTables(page: Page): Promise<void> {
  for (;;) {
    const table = page.locator("#UCAP-CONTENT table").first();
    if ((await table.count()) === 0) return;
    const image = (await table.screenshot({ type: "png" })).toString("base64");
    await table.evaluate((element, data) => {
      const picture = element.ownerDocument.createElement("img");
      picture.src = `data:image/png;base64,${data}`;
      element.replaceWith(picture);
    }, image);
  }
}

const pageHeight = 1400;

/** The page becomes images of itself, a sheet of paper each. */
async function scanPage(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const images: string[] = [];
  for (let y = 0; y < height; y += pageHeight) {
    const clip = { x: 0, y, width: 1000, height: Math.min(pageHeight, height - y) };
    images.push((await page.screenshot({ type: "png", fullPage: true, clip })).toString("base64"));
  }
  const sheets = images.map(
    (data) => `<img style="width:100%;break-after:page" src="data:image/png;base64,${data}">`,
  );
  await page.setContent(sheets.join(""));
}
