import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../corpus/charset.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { buildFactKey, type Fact } from "../../corpus/fact.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { extractReport } from "../../indexer/extract/main.ts";
import { showOriginal } from "../../viewer/show-original.ts";
import { buildSampleReport } from "../extract-office/sample-report.ts";
import { buildDocx, writeReportBody } from "../extract-office/write-docx.ts";
import {
  buildReportSheet,
  buildWorkbook,
  writeWorkbook,
} from "../extract-office/write-workbook.ts";
import { buildOfd, writeReportPages } from "../extract-ofd/write-ofd.ts";
import { readMark } from "./read-mark.ts";

const gazetteer = loadGazetteer([demoDivisions]);
const address = "/reports/x/original/view?digest=0";
const readFacts = async (bytes: Uint8Array, file: string): Promise<readonly Fact[]> =>
  (await extractReport({ bytes, file, address: null }, gazetteer)).facts;

/** So many facts of a file are looked at, from all over it: parsing the page for each takes its time. */
const looks = 6;
const pick = (facts: readonly Fact[]): readonly Fact[] => {
  const printed = facts.filter((fact) => fact.raw.trim() !== "");
  const step = Math.max(1, Math.floor(printed.length / looks));
  return printed.filter((_, at) => at % step === 0);
};
const showFact = (bytes: Uint8Array, { at }: Fact): Promise<string> =>
  showOriginal({ bytes, at, page: null, address });
const squeeze = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "");

const tellsWords = ({ at }: Fact): boolean => at.in === "html" && at.start !== undefined;

/** A fact that something else was marked for than the number read: nothing, or another cell. */
interface Miss {
  readonly key: string;
  readonly raw: string;
  readonly mark: string | null;
}

/** The facts whose mark is not where their number stands, of the file's facts that are looked at. */
async function findMisses(bytes: Uint8Array, file: string) {
  const facts = pick(await readFacts(bytes, file));
  const misses: Miss[] = [];
  for (const fact of facts) {
    const html = await showFact(bytes, fact);
    const mark = readMark(html);
    const [words, raw] = [squeeze(mark ?? ""), squeeze(fact.raw)];
    // Where the place says no more than the paragraph, that is marked.
    const isExact = load(html)("td#cell, mark#cell").length > 0;
    const fits = isExact ? words === raw : words.includes(raw) && !tellsWords(fact);
    if (!fits) misses.push({ key: buildFactKey(fact), raw: fact.raw, mark });
  }
  return { count: facts.length, misses };
}

describe("the cell that a fact was read from is marked in", () => {
  test.each(listDemoFiles().map(({ file }) => [basename(file), file]))("%s", async (_, file) => {
    const bytes = new Uint8Array(readFileSync(file));
    const { count, misses } = await findMisses(bytes, file);
    expect(count).toBeGreaterThan(2);
    expect(misses).toEqual([]);
  });

  const sample = buildSampleReport("2021", 7);
  const sheets = {
    说明: buildReportSheet({ ...sample, sections: [] }),
    年报: buildReportSheet(sample),
  };
  const text2017 = listDemoFiles().find(({ file }) => file.endsWith("qingshan-2017.txt"));
  const sample2017 = decodeText(readFileSync(text2017?.file ?? "")).text;
  const files: readonly (readonly [string, Uint8Array])[] = [
    ["a Word document", buildDocx(writeReportBody(sample))],
    ["a page that is one paragraph", flatten(sample2017)],
    [
      "an old Word document",
      readFileSync(new URL("../fixtures/office/report-2021.doc", import.meta.url)),
    ],
    ["a workbook", writeWorkbook(buildWorkbook({ 年报: sheets.年报 }), "xlsx")],
    [
      "an old workbook",
      readFileSync(new URL("../fixtures/office/report-2021.xls", import.meta.url)),
    ],
  ];
  test.each(files)("%s", async (_, bytes) => {
    const { count, misses } = await findMisses(new Uint8Array(bytes), "report");
    expect(count).toBeGreaterThan(2);
    expect(misses).toEqual([]);
  });

  test("an OFD, whose box lies over the printed number", async () => {
    const bytes = buildOfd(writeReportPages(sample));
    const facts = pick(await readFacts(bytes, "report.ofd"));
    expect(facts.length).toBeGreaterThan(2);
    for (const fact of facts) {
      const text = readUnderBox(await showFact(bytes, fact));
      expect([buildFactKey(fact), text]).toEqual([
        buildFactKey(fact),
        expect.stringContaining(squeeze(fact.raw)),
      ]);
    }
  });
});

/** A page whose report is one paragraph, its digits in spans. */
function flatten(text: string): Uint8Array {
  const lines = text.replaceAll(/\r?\n/gu, "<br>").replaceAll(/\d/gu, "<span>$&</span>");
  return new TextEncoder().encode(`<html><body><p>${lines}</p></body></html>`);
}

/** The characters of a drawn page that begin within its box. */
function readUnderBox(html: string): string {
  const $ = load(html);
  const shares = new Map(
    ($("#cell").attr("style") ?? "").split(";").map((part) => {
      const [name = "", value = ""] = part.split(":");
      return [name, Number.parseFloat(value) / 100] as const;
    }),
  );
  const share = (name: string): number => shares.get(name) ?? Number.NaN;
  const view = ($("svg").attr("viewBox") ?? $("svg").attr("viewbox") ?? "").split(" ").map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = view;
  return $("svg text")
    .toArray()
    .filter((glyph) => {
      const across = (Number($(glyph).attr("x")) - x) / width - share("left");
      const down = (Number($(glyph).attr("y")) - y) / height - share("top");
      return across >= 0 && across <= share("width") && down >= 0 && down <= share("height");
    })
    .map((glyph) => $(glyph).text())
    .join("");
}
