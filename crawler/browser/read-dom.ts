import { Buffer } from "node:buffer";
import type { CDPSession, Frame, Page } from "playwright-core";
import { limitTime } from "./limit-time.ts";
import type { RenderedFrame } from "./rendered.ts";

const mostFrames = 10;

/** A page and a line to its browser, opened before the page is: one that is busy lets none be opened. */
export interface OpenPage {
  readonly page: Page;
  readonly session: CDPSession;
}

/**
 * The DOM of a page as HTML in UTF-8; null where its scripts leave the browser no time to tell, even after they were
 * ended.
 */
export async function readDom(
  { page, session }: OpenPage,
  graceMs: number,
): Promise<Uint8Array | null> {
  const reading = page.content();
  const read = (): Promise<string | null> =>
    limitTime<string | null>(reading, { ms: graceMs / 2, late: null });
  let content = await read();
  if (content === null) {
    endScripts(session);
    content = await read();
  }
  return content === null ? null : Buffer.from(content, "utf8");
}

/** The documents of frames of the page's own host; what does not tell in time is left out. */
export async function readFrames(page: Page, graceMs: number): Promise<readonly RenderedFrame[]> {
  const { hostname } = new URL(page.url());
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  const read: RenderedFrame[] = [];
  for (const frame of frames.filter((frame) => isOfHost(frame, hostname)).slice(0, mostFrames)) {
    const content = await limitTime<string | null>(
      frame.content().catch(() => null),
      { ms: graceMs / 2, late: null },
    );
    if (content !== null) read.push({ url: frame.url(), content: Buffer.from(content, "utf8") });
  }
  return read;
}

function isOfHost(frame: Frame, hostname: string): boolean {
  const url = URL.canParse(frame.url()) ? new URL(frame.url()) : null;
  return url !== null && /^https?:$/u.test(url.protocol) && url.hostname === hostname;
}

/** Ends the script that runs at this moment and lets no other begin. Nobody waits for a page that may not answer. */
function endScripts(session: CDPSession): void {
  session.send("Emulation.setScriptExecutionDisabled", { value: true }).catch(() => undefined);
  session.send("Runtime.terminateExecution").catch(() => undefined);
}
