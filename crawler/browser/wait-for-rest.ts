import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { limitTime } from "./limit-time.ts";
import type { PageTraffic } from "./page-traffic.ts";

interface RestOptions {
  readonly quietMs: number;
  /** The end of the page's time by `performance.now()`; it moves while the page waits for pauses. */
  readonly readDeadline: () => number;
  /** Its reason is thrown on abort. */
  readonly signal: AbortSignal;
}

/** How the document stands: its state, its elements and the length of its text. */
const mark = `document.readyState + " " + document.getElementsByTagName("*").length + " " + String(document.documentElement?.textContent ?? "").length`;
const pollMs = 100;

/**
 * Waits until a page is loaded and neither asks for anything nor changes for a while, or until it leads elsewhere. False
 * where the time is over before.
 */
export async function waitForRest(
  page: Page,
  traffic: PageTraffic,
  { quietMs, readDeadline, signal }: RestOptions,
): Promise<boolean> {
  let last = "";
  let since = performance.now();
  for (;;) {
    const left = readDeadline() - performance.now();
    if (traffic.move !== null) return true;
    if (left <= 0) return false;
    await sleep(Math.min(pollMs, left), null, { signal }).catch(() => signal.throwIfAborted());
    const seen = await readMark(page, Math.max(0, readDeadline() - performance.now()));
    signal.throwIfAborted();
    if (seen === null || seen !== last) since = performance.now();
    last = seen ?? "";
    const rest = Math.min(performance.now() - since, traffic.findRest());
    if (last.startsWith("complete") && rest >= quietMs) return true;
  }
}

/** Null where the page does not tell: its document is being replaced, or its scripts leave no time. */
async function readMark(page: Page, ms: number): Promise<string | null> {
  const read = page.evaluate<unknown>(mark).then(String, () => null);
  return limitTime<string | null>(read, { ms, late: null });
}
