import type { Browser, BrowserContext } from "playwright-core";
import { createApp } from "../../server/app.ts";
import { startServer } from "../../server/main.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { buildDeps } from "../server/fixtures.ts";
import { openBrowser } from "./open-browser.ts";

export const sizes = {
  wide: { width: 1280, height: 900 },
  narrow: { width: 390, height: 844 },
} as const;

export interface Site {
  readonly url: string;
  readonly openContext: (options?: Parameters<Browser["newContext"]>[0]) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

/** The fixtures' site on a free port, and a real browser to look at it; `changes` replaces some of its parts. */
export async function openSite(changes: Partial<AppDeps> = {}): Promise<Site> {
  const deps = buildDeps(changes);
  const app = createApp(deps);
  const server = await startServer({ host: "127.0.0.1", port: 0, app });
  const browser = await openBrowser();
  return {
    url: server.url,
    openContext: (options = {}) =>
      browser.newContext({ baseURL: server.url, reducedMotion: "reduce", ...options }),
    close: async () => {
      await browser.close();
      await deps.progress.close();
      await server.close();
    },
  };
}
