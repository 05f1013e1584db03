import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import type { OriginalToShow } from "../../server/app-deps.ts";
import { createApp } from "../../server/app.ts";
import { countyReport } from "./fixture-report.ts";
import { buildDeps } from "./fixtures.ts";

const { id } = countyReport;
const digest = countyReport.capture.digest;
const key = "requests.denied.属于工作秘密.total";
const query = new URLSearchParams({ fact: key }).toString();

describe("the page of an original", () => {
  test("shows the fact beside a frame that is scrolled to its cell", async () => {
    const app = createApp(buildDeps());
    const response = await app.request(`/reports/${id}/original?${query}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("frame-src 'self'");
    const $ = load(await response.text());
    expect($(".original-reading h2").text()).toBe("属于工作秘密·总计");
    expect($(".reading-value").text()).toBe("1");
    expect($(".original-page").text()).toContain("第 2 张表第 91 行第 2 格");
    expect($(".original-page").text()).toContain(digest);
    const frame = $("iframe");
    expect(frame.attr("sandbox")).toBe("");
    expect(frame.attr("src")).toBe(`/reports/${id}/original/view?digest=${digest}&${query}#cell`);
    const back = $(".original-reading a[href*='#f-']").attr("href") ?? "";
    expect(decodeURIComponent(new URL(back, "http://x").hash)).toBe(
      "#f-requests-denied.属于工作秘密-total",
    );
  });

  test("says that a blank cell is none", async () => {
    const app = createApp(buildDeps());
    const path = `/reports/${id}/original?fact=requests.denied.process.total`;
    const $ = load(await (await app.request(path)).text());
    expect($(".reading-value").text()).toBe("空");
    expect($(".reading dd").first().text()).toBe("未填写");
  });

  test("is 404 for a fact that the report does not have", async () => {
    const app = createApp(buildDeps());
    for (const path of ["original", "original/view"])
      expect((await app.request(`/reports/${id}/${path}?fact=fees.none.x`)).status).toBe(404);
    expect((await app.request(`/reports/${id}/original/view?page=0`)).status).toBe(400);
  });
});

describe("what stands in its frame", () => {
  test("is what the viewer makes of the place, in a sandbox", async () => {
    const asked: OriginalToShow[] = [];
    const app = createApp(
      buildDeps({
        showOriginal: async (original) => {
          asked.push(original);
          return { state: "shown", html: "<p>原件</p>" };
        },
      }),
    );
    const response = await app.request(`/reports/${id}/original/view?${query}&page=2`);
    expect(await response.text()).toBe("<p>原件</p>");
    const address = `/reports/${id}/original/view?digest=${digest}&${query}`;
    const at = countyReport.facts.at(-1)?.at;
    expect(asked).toEqual([{ digest, at, page: 2, address }]);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(
      /^sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;/,
    );
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/script-src|allow-/);
    expect(response.headers.get("x-frame-options")).toBe("SAMEORIGIN");
  });

  test("says so where an original cannot be shown, and the log says why", async () => {
    const lines: object[] = [];
    const log = { info: () => {}, warn: (fields: object) => lines.push(fields), error: () => {} };
    const showOriginal = async () =>
      ({ state: "failed", html: "<p>原件无法显示</p>", reason: "took too long" }) as const;
    const app = createApp(buildDeps({ showOriginal, log }));
    const response = await app.request(`/reports/${id}/original/view`);
    expect(await response.text()).toContain("原件无法显示");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(lines).toMatchObject([{ digest, reason: "took too long" }]);
  });

  test("is 404 where the archive lost the bytes", async () => {
    const app = createApp(buildDeps({ showOriginal: async () => null }));
    expect((await app.request(`/reports/${id}/original/view`)).status).toBe(404);
  });
});
