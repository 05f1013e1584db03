import { describe, expect, it } from "vitest";
import { BrowserMissing } from "../../../crawler/browser/browser-missing.ts";
import { findChromium, type Machine } from "../../../crawler/browser/find-chromium.ts";

function describeMachine(platform: NodeJS.Platform, ...places: readonly string[]): Machine {
  const env = { PROGRAMFILES: "P" };
  return { platform, env, exists: (path) => places.includes(path.replaceAll("\\", "/")) };
}

describe("the browser of a machine", () => {
  it("is the chosen one, and no other in its place", () => {
    const machine = describeMachine("linux", "/opt/own", "/usr/bin/chromium");
    expect(findChromium("/opt/own", machine)).toBe("/opt/own");
    expect(() => findChromium("/opt/gone", machine)).toThrow(BrowserMissing);
    expect(() => findChromium("/opt/gone", machine)).toThrow(/\/opt\/gone.*PLAYWRIGHT_CHROMIUM/u);
  });

  it.each([
    ["linux", "/usr/bin/chromium", ["/usr/bin/google-chrome", "/usr/bin/chromium"]],
    [
      "linux",
      "/usr/bin/chromium-browser",
      ["/usr/bin/chromium-browser", "/opt/google/chrome/chrome"],
    ],
    ["linux", "/opt/google/chrome/chrome", ["/opt/google/chrome/chrome"]],
    [
      "darwin",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ],
    ["win32", "P/Google/Chrome/Application/chrome.exe", ["P/Google/Chrome/Application/chrome.exe"]],
  ] as const)("on %s is %s", (platform, found, places) => {
    expect(findChromium(undefined, describeMachine(platform, ...places))).toBe(found);
  });

  it("is missed with a word on how to get one", () => {
    expect(() => findChromium(undefined, describeMachine("linux"))).toThrow(
      /^A source needs a browser and this machine has none\. Install Chromium/u,
    );
  });
});
