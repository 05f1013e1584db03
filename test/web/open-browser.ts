/// <reference lib="dom" />
// Functions handed to the browser speak of its document.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { leftOutFeatures } from "../../crawler/browser/left-out-features.ts";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Quiet: a browser under test asks nobody for anything. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  leftOutFeatures,
];

/** The browser of this machine, PLAYWRIGHT_CHROMIUM before all others; null where there is none. */
export function findBrowser(): string | null {
  const chosen = process.env["PLAYWRIGHT_CHROMIUM"];
  return [...(chosen ? [chosen] : []), ...places].find((place) => existsSync(place)) ?? null;
}

/** Starts the browser that `findBrowser` finds. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chromium here: set PLAYWRIGHT_CHROMIUM to one.");
  return chromium.launch({ executablePath, args });
}
