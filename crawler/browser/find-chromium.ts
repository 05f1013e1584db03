import { existsSync } from "node:fs";
import { join } from "node:path";
import { BrowserMissing } from "./browser-missing.ts";

/** What the search looks at; all of it may be given, so that another machine can be told of. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: (path) => existsSync(path),
};

const advice =
  "Install Chromium (apt install chromium) or Google Chrome, or set PLAYWRIGHT_CHROMIUM to one.";

/**
 * The path of the browser for sources that need one: the setting, the system's Chromium, an installed Google Chrome.
 * Throws BrowserMissing. A setting that leads nowhere is an error: another browser than the chosen one is none.
 */
export function findChromium(setting: string | undefined, machine: Machine = thisMachine): string {
  if (setting !== undefined) {
    if (machine.exists(setting)) return setting;
    throw new BrowserMissing(
      `There is no browser at ${setting}: correct PLAYWRIGHT_CHROMIUM, or leave it out to use an installed one.`,
    );
  }
  const found = listPlaces(machine).find((place) => machine.exists(place));
  if (found !== undefined) return found;
  throw new BrowserMissing(`A source needs a browser and this machine has none. ${advice}`);
}

/** Where browsers usually are, Chromium before Chrome. */
function listPlaces({ platform, env }: Machine): readonly string[] {
  if (platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    return roots.flatMap((root) =>
      root === undefined ? [] : [join(root, "Google", "Chrome", "Application", "chrome.exe")],
    );
  }
  if (platform === "darwin")
    return ["Chromium", "Google Chrome"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
  ];
}
