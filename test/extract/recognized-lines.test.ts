import { describe, expect, it } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { readReportPage } from "../../indexer/extract/main.ts";
import type { Line, Origin } from "../../indexer/extract/page/page.ts";
import { layouts } from "./layouts.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const tabs = layouts.find(({ name }) => name === "rows with tabs");
const report = tabs ? writeReport(form2021, tabs, numberAll(form2021)).split("\n") : [];

/** A report of lines without cells, each at its own place of a document. */
function read(lines: readonly string[], place: (line: number) => Origin): Extraction {
  const body = lines.map((text, at): Line => ({ kind: "line", text, origin: place(at) }));
  const page = { blocks: body, body, meta: new Map<string, string>(), title: null, warnings: [] };
  return readReportPage(page, null, new Gazetteer([]));
}

const inPicture = (at: number): Origin => ({
  in: "image",
  page: 1,
  box: [0, at, 9, at + 1],
  confidence: 0.75,
});

describe("a number that was read from a line of a document", () => {
  it("tells the place of its line in a picture, and how sure that is", () => {
    const { facts } = read(report, inPicture);
    expect(facts.length).toBeGreaterThan(100);
    for (const { at, label, raw } of facts) {
      if (at.in !== "image") throw new Error("A number of a picture stands in it.");
      expect(at.confidence).toBe(0.75);
      const line = report[at.box[1]] ?? "";
      expect(line.includes(raw) || line.includes(label)).toBe(true);
    }
  });

  it("tells the place of its line in a PDF", () => {
    const { facts } = read(report, (at) => ({ in: "pdf", page: 2, box: [0, at, 9, at + 1] }));
    expect(new Set(facts.map(({ at }) => at.in))).toEqual(new Set(["pdf"]));
  });

  it("leaves a warning where its picture has no title", () => {
    const warning = /没有识别到报告的标题/u;
    expect(read(report, inPicture).warnings.join()).not.toMatch(warning);
    expect(read(report.slice(1), inPicture).warnings.join()).toMatch(warning);
  });
});
