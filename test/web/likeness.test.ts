import { load } from "cheerio";
import { expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { countyReport } from "../server/fixture-report.ts";
import { buildDeps } from "../server/fixtures.ts";
import { buildShareText } from "../../web/report/share-text.ts";

async function loadPage(path: string) {
  const response = await createApp(buildDeps()).request(path, { headers: { accept: "text/html" } });
  return load(await response.text());
}

test("a section says whose text it repeats and leads to that passage", async () => {
  const $ = await loadPage(`/reports/${countyReport.id}`);
  const lines = $(".section-likeness");
  expect(lines.length).toBe(1);
  expect($("#s1 .section-likeness").text()).toBe(
    "本节文字与白石镇人民政府2023年度报告相同 92%，与本机关2023年度报告相同 99%",
  );
  const links = $("#s1 .section-likeness a").toArray();
  expect(links.map((link) => $(link).attr("href"))).toEqual([
    "/reports/980102101-77aa00bb-2023#s2",
    "/reports/980102-1f3a9c2e-2023#s1",
  ]);
});

test("the page names the reports that are most like it", async () => {
  const $ = await loadPage(`/reports/${countyReport.id}`);
  const items = $("#similar li")
    .toArray()
    .map((item) => $(item).text());
  expect(items).toEqual([
    "白石镇人民政府2023年度报告各章节平均相同 66%，2 个章节相近",
    "青禾县人民政府2023年度报告各章节平均相同 49%，1 个章节相近（本机关）",
  ]);
});

test("nothing is said of an older version, nor where nothing is alike", async () => {
  for (const path of [
    `/reports/${countyReport.id}?digest=${"b".repeat(64)}`,
    "/reports/980102101-77aa00bb-2023",
  ]) {
    const $ = await loadPage(path);
    expect($("h1").length).toBe(1);
    expect($(".section-likeness, #similar").length).toBe(0);
  }
});

test("a share is rounded down: 100% is said of nothing less", () => {
  expect([1, 0.99999, 0.58, 0.29, 0.7].map(buildShareText)).toEqual([
    "100%",
    "99%",
    "58%",
    "29%",
    "70%",
  ]);
});
