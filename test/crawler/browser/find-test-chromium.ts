import { BrowserMissing } from "../../../crawler/browser/browser-missing.ts";
import { findChromium } from "../../../crawler/browser/find-chromium.ts";

/** The browser that tests drive; without one they are skipped, and it is said why. */
export function findTestChromium(): string | null {
  try {
    return findChromium(process.env["PLAYWRIGHT_CHROMIUM"] || undefined);
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    process.stderr.write(`Skipped: ${error.message}\n`);
    return null;
  }
}
