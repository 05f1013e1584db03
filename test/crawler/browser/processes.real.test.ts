import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { FetchFailed } from "../../../crawler/http/fetch-failed.ts";
import { host } from "../http/fetch-from.ts";
import { findTestChromium } from "./find-test-chromium.ts";
import { openTestRenderer, type TestRenderer } from "./open-test-renderer.ts";

const executable = findTestChromium();
const shelf = {
  "/plain.html": "<html><body><a href='/a.html'>年报</a></body></html>",
  "/poll.html": `<html><body>等着<script>fetch("/hang");</script></body></html>`,
  "/hang": null,
};

async function withPortal(
  drive: (portal: TestRenderer) => Promise<void>,
  limits = {},
): Promise<void> {
  const portal = await openTestRenderer({ executable: executable ?? "", shelf, limits });
  try {
    await drive(portal);
  } finally {
    await portal.close();
  }
}

/** The main process of each browser: the one that no other of them started. */
function listBrowsers(portal: TestRenderer): readonly number[] {
  const children = new Set(portal.listProcesses("--type="));
  return portal.listProcesses().filter((pid) => !children.has(pid));
}

describe.skipIf(executable === null)("the browser's processes", () => {
  it("start with the first page and leave nothing behind", () =>
    withPortal(async (portal) => {
      expect(portal.listProcesses()).toEqual([]);
      await portal.render("/plain.html");
      expect(listBrowsers(portal)).toHaveLength(1);
      expect(portal.listProfiles().length).toBeGreaterThan(0);
      await portal.renderer.close();
      await expect.poll(() => portal.listProcesses()).toEqual([]);
      expect(portal.listProfiles()).toEqual([]);
      await expect(portal.render("/plain.html")).rejects.toThrow("The browser was closed.");
    }));

  it("end while a page is under way", () =>
    withPortal(async (portal) => {
      const rendering = portal.render("/poll.html").catch((error: unknown) => error);
      await expect.poll(() => portal.listHeard().at(-1)).toBe(`${host}/hang`);
      await portal.renderer.close();
      expect(await rendering).toEqual(new Error("The browser was closed."));
      await expect.poll(() => portal.listProcesses()).toEqual([]);
      expect(portal.listProfiles()).toEqual([]);
    }));

  it("end while the browser starts", () =>
    withPortal(async (portal) => {
      const rendering = portal.render("/plain.html").catch((error: unknown) => error);
      await expect.poll(() => portal.heard.length).toBe(1);
      await portal.renderer.close();
      const outcome = await rendering;
      expect(outcome).toEqual(new Error("The browser was closed."));
      await expect.poll(() => portal.listProcesses()).toEqual([]);
      expect(portal.listProfiles()).toEqual([]);
    }));

  it.each(["--type=renderer", ""])("are started anew after a crash (%s)", (mark) =>
    withPortal(async (portal) => {
      const rendering = portal.render("/poll.html").catch((error: unknown) => error);
      await expect.poll(() => portal.listHeard().at(-1)).toBe(`${host}/hang`);
      const crashed = mark === "" ? listBrowsers(portal) : portal.listProcesses(mark);
      expect(crashed.length).toBeGreaterThan(0);
      for (const pid of crashed) process.kill(pid, "SIGKILL");
      const failure = await rendering;
      expect(failure).toBeInstanceOf(FetchFailed);
      expect(failure).toMatchObject({ failure: "browser", next: "retry" });
      const page = await portal.render("/plain.html");
      expect(Buffer.from(page.content).toString("utf8")).toContain("年报");
      await portal.renderer.close();
      await expect.poll(() => portal.listProcesses()).toEqual([]);
      await expect.poll(() => portal.listProfiles()).toEqual([]);
    }),
  );

  it("are renewed after some pages, and pages side by side share one", () =>
    withPortal(
      async (portal) => {
        const pages = ["/plain.html", "/plain.html"].map((path) => portal.render(path));
        await Promise.all(pages);
        const [first] = listBrowsers(portal);
        await portal.render("/plain.html");
        await expect.poll(() => listBrowsers(portal)).toHaveLength(1);
        expect(listBrowsers(portal)[0]).not.toBe(first);
      },
      { pagesPerBrowser: 2 },
    ));

  it("that do not start are a failure of the page", async () => {
    const portal = await openTestRenderer({ executable: "/bin/false", shelf });
    try {
      await expect(portal.render("/plain.html")).rejects.toMatchObject({ failure: "browser" });
      await expect(portal.render("/plain.html")).rejects.toMatchObject({ failure: "browser" });
    } finally {
      await portal.close();
    }
  });
});
