import { load, type CheerioAPI } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../corpus/report.ts";
import { buildMarker } from "../../search/passage/build-marker.ts";
import { createApp } from "../../server/app.ts";
import { buildHitAddress } from "../../web/search/hit-address.ts";
import { splitCells, splitSectionText } from "../../web/report/section-lines.ts";
import { language } from "../search/query-language.ts";
import { countyReport } from "../server/fixture-report.ts";
import { buildDeps } from "../server/fixtures.ts";

/** The page of a report as a hit for these words opens it, marked as the real search marks. */
async function loadPage(report: Report, q: string): Promise<CheerioAPI> {
  const deps = buildDeps({
    loadReport: async () => report,
    buildMarker: (query, texts) => buildMarker(query, texts, language),
  });
  const response = await createApp(deps).request(
    `/reports/${report.id}?${new URLSearchParams({ q }).toString()}`,
    { headers: { accept: "text/html" } },
  );
  return load(await response.text());
}

const withText = (...texts: readonly string[]): Report => ({
  ...countyReport,
  facts: [],
  findings: [],
  sections: texts.map((text) => ({ kind: "other", heading: "一、概述", text })),
});

describe("the passage of a hit", () => {
  test("is where its address leads: the first mark of the best passage, not of the section", async () => {
    const filler = "本县认真落实各项要求。".repeat(30);
    const text = `收到申请3件。${filler}\n收到申请5件，答复行政复议1件。\n${filler}`;
    const $ = await loadPage(withText("无。", text), "申请 行政复议");
    expect($("#p1").prop("tagName")).toBe("MARK");
    expect($("#p1").text()).toBe("申请");
    expect($("#p1").parent().text()).toBe("收到申请5件，答复行政复议1件。");
    expect($("[id='p1']").length).toBe(1);
  });

  test("is in the heading of a section without a word of the query", async () => {
    const $ = await loadPage(withText("无。", "行政处罚5件。"), "行政处罚");
    expect($("#s0 h2 #p0").length).toBe(1);
    expect($("#s1 p mark#p1").text()).toBe("行政处罚");
    const plain = await loadPage(withText("无。"), "");
    expect(plain("[id^='p0']").length).toBe(0);
  });

  test("is a cell of the drawn table, a label or a number", async () => {
    const label = await loadPage(countyReport, "行政规范性文件");
    expect(label(".official-disclosure th #p2").text()).toBe("行政规范性文件");
    const number = await loadPage(countyReport, "37");
    expect(number("#f-disclosure-normativeDocuments-effective #p2").text()).toBe("37");
    expect(number("[id='p2']").length).toBe(1);
    expect(number("#s2 details[open]").length).toBe(0);
  });

  test("is in the lines of the original, opened, where the drawn table has no such word", async () => {
    const sections = countyReport.sections.map((section) =>
      section.kind === "disclosure"
        ? { ...section, text: `${section.text}\n备注说明文字  5` }
        : section,
    );
    const $ = await loadPage({ ...countyReport, sections }, "备注说明文字");
    expect($("#s2 details[open] #p2").text()).toBe("备注说明文字");
    expect($("details[open]").length).toBe(1);
  });

  test("goes on in the next line, and both lines are marked", async () => {
    const $ = await loadPage(withText("收到政府信息\n公开申请12件。"), '"政府信息公开申请"');
    const marks = $("#s0 p mark")
      .toArray()
      .map((mark) => $(mark).text());
    expect(marks).toEqual(["政府信息", "公开申请"]);
    expect($("#p0").text()).toBe("政府信息");
  });

  test("is marked by the words that a relaxed search falls back to", async () => {
    const $ = await loadPage(withText("行政处罚5件。"), "行政处罚飞碟");
    expect($("#p0").prop("tagName")).toBe("MARK");
  });

  test("is asked for only where the hit has marks", () => {
    const hit = { reportId: "r-1", position: 3 };
    expect(buildHitAddress({ ...hit, marks: [{ start: 0, end: 1 }] }, "申请")).toMatch(
      /\?q=.*#p3$/,
    );
    expect(buildHitAddress({ ...hit, marks: [] }, "青禾县")).toMatch(/#s3$/);
    expect(buildHitAddress({ ...hit, marks: [] }, " ")).toBe("/reports/r-1#s3");
  });
});

test("every section has exactly one passage and keeps its text, whatever it says", async () => {
  const unit = fc.constantFrom(
    "公开",
    "、8840、",
    "，",
    "。",
    "\n",
    "  ",
    "\t",
    "<b>",
    "𠀀",
    "行政处罚  7",
  );
  const text = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(text, fc.subarray(["公开", "8840", "行政"]), async (printed, words) => {
      const $ = await loadPage(withText(printed), words.join(" "));
      expect($("[id='p0']").length).toBe(words.length === 0 ? 0 : 1);
      const shown = $("#s0").children().slice(1).text().replaceAll(/\s/g, "");
      expect(shown).toBe(printed.replaceAll(/\s/g, ""));
      const holds = words.some((word) => printed.includes(word));
      expect($("#s0 p mark, #s0 li mark").length > 0).toBe(holds);
    }),
    { numRuns: 60 },
  );
});

test("lines and cells know where they stand in the text", () => {
  const text = fc
    .array(fc.constantFrom("甲", "乙丙", "  ", "\t", " ", "\n", "。", "12"), { maxLength: 60 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (printed) => {
      for (const line of splitSectionText(printed).flatMap((part) => part.lines)) {
        expect(printed.slice(line.start).startsWith(line.text)).toBe(true);
        for (const cell of splitCells(line))
          expect(printed.slice(cell.start, cell.start + cell.text.length)).toBe(cell.text);
      }
    }),
  );
});
