import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { leftOutFeatures } from "./left-out-features.ts";

/**
 * The browser has no network: names lead nowhere, addresses go to a proxy that is not there, and calls between browsers
 * go nowhere but through it. What a page may have comes from the crawler's own client, which keeps the manners, judges
 * each address at the moment of connecting and keeps what it got byte for byte.
 */
const withoutNetwork = [
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=http://nowhere.invalid:9",
  "--proxy-bypass-list=<-loopback>",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--dns-prefetch-disable",
];

const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

/** A running browser; `close` ends it and takes away all that it wrote. */
export interface LaunchedChromium {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/**
 * Starts a browser without a network, with a fresh profile. Its sandbox is on, except for root, under whom it cannot be.
 * Throws the errors of playwright.
 */
export async function launchChromium(executable: string): Promise<LaunchedChromium> {
  // A killed browser leaves its lock behind, so that it gets a folder that goes whatever lies there.
  const folder = await mkdtemp(join(tmpdir(), "gongkai-"));
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    // As large as half of the crawler; most crawls need no browser.
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({
      executablePath: executable,
      args: [...quiet, ...withoutNetwork, leftOutFeatures],
      chromiumSandbox: process.getuid !== undefined && process.getuid() !== 0,
      env: buildEnvironment(folder),
      // How the crawler ends is its own affair; the browser ends with the pipe to it.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const close = async (): Promise<void> => {
      await browser.close().catch(() => undefined);
      await clear();
    };
    return { browser, close };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** What runs strangers' scripts need not know our keys. */
function buildEnvironment(folder: string): Record<string, string> {
  const secret = /^(?:GONGKAI_|MEILI_|DATABASE_URL|PG)|TOKEN|SECRET|PASSWORD|_KEY$/u;
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || secret.test(name) ? [] : [[name, value] as const],
  );
  // Chromium puts a socket there, and the system bounds how long its path may be.
  const own = folder.length < 55 ? { TMPDIR: folder } : {};
  return { ...Object.fromEntries(kept), ...own };
}
