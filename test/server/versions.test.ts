import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { factChangeSchema, sectionChangeSchema } from "../../corpus/diff/report-diff.ts";
import { createApp } from "../../server/app.ts";
import { countyReport, olderReport } from "./fixture-report.ts";
import { buildDeps } from "./fixtures.ts";

const app = createApp(buildDeps());
const { id } = countyReport;
const [newer, older] = [countyReport.capture.digest, olderReport.capture.digest];
const html = { accept: "text/html" };
const loadPage = async (path: string) =>
  load(await (await app.request(path, { headers: html })).text());
const diffSchema = z.object({
  from: z.object({ digest: z.string() }),
  to: z.object({ digest: z.string() }),
  head: z.array(z.unknown()),
  sections: z.array(sectionChangeSchema),
  facts: z.array(factChangeSchema),
});

describe("a version of a report", () => {
  test("is chosen by its digest, in the API and on the page", async () => {
    const response = await app.request(`/api/reports/${id}?digest=${older}`);
    expect(await response.json()).toEqual(olderReport);
    const $ = await loadPage(`/reports/${id}?digest=${older}`);
    expect($("[id='f-disclosure-permits-decisions']").text()).toBe("1904");
    expect($(".version-notice a").attr("href")).toBe(`/reports/${id}`);
    expect($("link[rel=canonical]").attr("href")).toBe(`/reports/${id}?digest=${older}`);
  });

  test("that is current says nothing of older ones", async () => {
    expect((await loadPage(`/reports/${id}`))(".version-notice").length).toBe(0);
  });

  test("that the report does not have is 404, a digest that is none is 400", async () => {
    for (const path of [`/reports/${id}`, `/api/reports/${id}`, `/reports/${id}/original`]) {
      expect((await app.request(`${path}?digest=${"e".repeat(64)}`)).status).toBe(404);
      expect((await app.request(`${path}?digest=..`)).status).toBe(400);
    }
  });

  test("is listed with how much it differs from the one before", async () => {
    const $ = await loadPage(`/reports/${id}`);
    const link = $(".versions a[href*='/changes?']");
    expect(link.text()).toBe("2 个数字、1 节文字不同");
    expect(link.attr("href")).toBe(`/reports/${id}/changes?from=${older}&to=${newer}`);
  });
});

describe("the difference of two versions", () => {
  test("as data names cells and sections", async () => {
    const response = await app.request(`/api/reports/${id}/diff?from=${older}&to=${newer}`);
    const diff = diffSchema.parse(await response.json());
    expect([diff.from.digest, diff.to.digest]).toEqual([older, newer]);
    expect(diff.head).toEqual([{ field: "published", from: null, to: "2025-01-24" }]);
    expect(
      diff.facts.map(({ change, key, from, to }) => [change, key, from?.value, to?.value]),
    ).toEqual([
      ["changed", "disclosure.permits.decisions", 1904, 1940],
      ["added", "requests.denied.属于工作秘密.total", undefined, 1],
    ]);
    expect(diff.sections.map(({ kind }) => kind)).toEqual(["overview"]);
    expect(diff.sections[0]?.runs.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "1,268" },
      { kind: "added", text: "1,286" },
    ]);
  });

  test("is taken of the current version and the one before it, unless others are named", async () => {
    const plain = await (await app.request(`/api/reports/${id}/diff`)).json();
    expect(plain).toMatchObject({ from: { digest: older }, to: { digest: newer } });
    const turned = await app.request(`/api/reports/${id}/diff?from=${newer}&to=${older}`);
    expect(await turned.json()).toMatchObject({ head: [{ from: "2025-01-24", to: null }] });
  });

  test("of a report with one version is not found", async () => {
    const path = "980102101-77aa00bb-2020";
    expect((await app.request(`/api/reports/${path}/diff`)).status).toBe(404);
    expect((await app.request(`/reports/${path}/changes`)).status).toBe(404);
  });

  test("as a page shows old and new, with the way to both originals", async () => {
    const $ = await loadPage(`/reports/${id}/changes?from=${older}&to=${newer}`);
    expect($(".changes-summary b").text()).toBe("2 个数字、1 节文字不同");
    const cells = $(".fact-changes tbody tr").first().children().toArray();
    expect(cells.map((cell) => $(cell).text())).toEqual([
      "行政许可·本年处理决定数量disclosure.permits.decisions",
      "1904",
      "1940",
      "+36",
    ]);
    const links = $(".fact-changes tbody tr").first().find("a").toArray();
    expect(links.map((link) => $(link).attr("href"))).toEqual(
      [older, newer].map(
        (digest) => `/reports/${id}/original?fact=disclosure.permits.decisions&digest=${digest}`,
      ),
    );
    expect($(".fact-changes tbody tr").last().text()).toContain("没有这一格");
    expect([$(".diff-text del").text(), $(".diff-text ins").text()]).toEqual(["1,268", "1,286"]);
    expect(
      $("option[selected]")
        .toArray()
        .map((option) => $(option).attr("value")),
    ).toEqual([older, newer]);
  });
});
