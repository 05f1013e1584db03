import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../corpus/report.ts";
import { buildMarker } from "../../search/passage/build-marker.ts";
import { language } from "../search/query-language.ts";
import { countyReport } from "../server/fixture-report.ts";
import { findBrowser } from "./open-browser.ts";
import { openSite, sizes, type Site } from "./open-site.ts";

const filler = "本县认真落实各项要求，持续推进各项工作。".repeat(20);

/** Many screens long, with the words far down in one section and in the table of another. */
const longReport: Report = {
  ...countyReport,
  sections: countyReport.sections.map((section) => {
    if (section.kind === "disclosure") return { ...section, text: `${section.text}\n备注文字  5` };
    if (section.kind !== "overview") return section;
    const before = Array.from({ length: 25 }, () => filler).join("\n");
    return { ...section, text: `申请很少。\n${before}\n收到申请5件，答复行政复议1件。\n${filler}` };
  }),
};

let site: Site;

describe.skipIf(findBrowser() === null)("the address of a hit", () => {
  beforeAll(async () => {
    site = await openSite({
      loadReport: async () => longReport,
      buildMarker: (query, texts) => buildMarker(query, texts, language),
    });
  });
  afterAll(() => site.close());

  const cases = [
    { q: "申请 行政复议", hash: "#p1", word: "申请", around: "收到申请5件，答复行政复议1件。" },
    { q: "行政规范性文件", hash: "#p2", word: "行政规范性文件", around: "行政规范性文件" },
    { q: "备注文字", hash: "#p2", word: "备注文字", around: "备注文字" },
    { q: "37", hash: "#p2", word: "37", around: "37" },
  ];
  const looks = [true, false].flatMap((scripts) =>
    (["wide", "narrow"] as const).map((size) => ({ scripts, size })),
  );

  describe.each(looks)("scripts: $scripts, $size", ({ scripts, size }) => {
    test.each(cases)("brings the passage of $q into view and marks it", async (wanted) => {
      const { q, hash, word, around } = wanted;
      const viewport = sizes[size];
      const context = await site.openContext({ viewport, javaScriptEnabled: scripts });
      const page = await context.newPage();
      await page.goto(`/reports/${longReport.id}?q=${encodeURIComponent(q)}${hash}`);
      const mark = page.locator(hash);
      expect(await mark.innerText()).toBe(word);
      expect(await mark.locator("xpath=..").innerText()).toContain(around);
      const box = await mark.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(viewport.height - 20);
      const outline = await page.locator(`mark${hash}:target`).count();
      expect(outline).toBe(1);
      await context.close();
    });
  });
});
