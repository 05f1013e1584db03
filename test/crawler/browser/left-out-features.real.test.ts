import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LaunchedChromium, launchChromium } from "../../../crawler/browser/launch-chromium.ts";
import { findTestChromium } from "./find-test-chromium.ts";

const executable = findTestChromium();

describe.skipIf(executable === null)("a browser that shows no window", () => {
  let launched: LaunchedChromium;
  beforeAll(async () => {
    launched = await launchChromium(executable ?? "");
  });
  afterAll(() => launched.close());

  it.skipIf(process.platform !== "linux")("leaves out all that playwright leaves out", async () => {
    const session = await launched.browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const own = processInfo.find(({ type }) => type === "browser");
    const words = readFileSync(`/proc/${own?.id}/cmdline`, "utf8").split("\0");
    const [ofPlaywright = [], ours = []] = words
      .filter((word) => word.startsWith("--disable-features="))
      .map((word) => word.slice(word.indexOf("=") + 1).split(","));
    expect(ofPlaywright.length).toBeGreaterThan(5);
    expect(ours).toEqual(expect.arrayContaining(ofPlaywright));
  });

  it("loads nothing for the parts of one", async () => {
    const context = await launched.browser.newContext();
    const page = await context.newPage();
    await page.setContent("<p>年报</p>");
    const session = await launched.browser.newBrowserCDPSession();
    const { targetInfos } = await session.send("Target.getTargets");
    expect(targetInfos.map(({ type, url }) => [type, url])).toEqual([["page", "about:blank"]]);
    await context.close();
  });
});
