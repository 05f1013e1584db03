import { expect, test } from "vitest";
import type { Fact } from "../../corpus/fact.ts";
import {
  buildReportDocument,
  buildSectionDocuments,
} from "../../search/documents/build-documents.ts";
import { buildGrams } from "../../search/grams/build-grams.ts";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";
import { buildFictionalReport, fictionalNames, fictionalRegions } from "./fictional-report.ts";

const simplify = openSimplifier(fictionalNames);

function buildFact(row: string, column: string, value: number | null): Fact {
  const at = { in: "text", table: 0, row: 0, column: 0, start: 0, end: 0 } as const;
  return { table: "requests", row, column, value, raw: String(value), unit: null, label: row, at };
}

const report = buildFictionalReport({
  regions: fictionalRegions.jadeTown,
  year: 2023,
  sections: [
    ["preamble", "", "根据条例编制。"],
    ["overview", "一、总体情况", "公开信息8840条。\n行政处罚  75"],
  ],
});

test("each section is a document with its text as printed and as it is found", () => {
  const documents = buildSectionDocuments(report, simplify);
  expect(documents.map(({ id }) => id)).toEqual([`${report.id}-0`, `${report.id}-1`]);
  const [, overview] = documents;
  expect(overview).toMatchObject({
    content: "公开信息8840条。\n行政处罚  75",
    title: report.title,
    heading: "一、总体情况",
    grams: {
      content: buildGrams("公开信息8840条。行政处罚 75"),
      title: buildGrams(report.title),
      heading: buildGrams("一、总体情况"),
      rest: {},
    },
    reportId: report.id,
    section: "overview",
    position: 1,
    year: 2023,
    level: "township",
    form: "2021",
    kind: "government",
    agency: "官庄镇人民政府",
    region: { lvl0: "91", lvl1: "9101", lvl2: "910121", lvl3: "910121101" },
    url: "https://www.example.cn/910121101-0a0b0c0d/2023.html",
    demo: true,
  });
  expect(overview?.places.map(({ name }) => name)).toEqual([
    "云岫省",
    "青溪市",
    "和平县",
    "官庄镇",
  ]);
});

test("places and agency are found by pinyin, initials, without their level, and with the place above", () => {
  const [document] = buildSectionDocuments(report, simplify);
  expect(document?.py).toEqual(
    expect.arrayContaining([
      "pguanzhuangzhen",
      "pguanzhuang",
      "pgzz",
      "pgz",
      "phepingguanzhuang",
      "phepingxian",
    ]),
  );
});

test("a text in traditional characters is found in simplified ones, and shown as printed", () => {
  const [document] = buildSectionDocuments(
    { ...report, sections: [{ kind: "overview", heading: "總體情況", text: "处理處罰公示。" }] },
    simplify,
  );
  expect(document).toMatchObject({ heading: "總體情況", content: "处理處罰公示。" });
  expect(document?.grams).toMatchObject({
    heading: buildGrams("总体情况"),
    content: buildGrams("处理处罚公示。"),
  });
});

test("an agency is found by its own names: a government by its place, a department without it", () => {
  const own = (built: typeof report) => buildSectionDocuments(built, simplify)[0]?.grams.own;
  expect(own(report)).toEqual(
    expect.arrayContaining([buildGrams("官庄镇"), buildGrams("官庄"), "pguanzhuangzhen"]),
  );
  const bureau = buildFictionalReport({
    regions: fictionalRegions.riverCounty,
    agency: "临江区教育局",
    year: 2023,
    sections: [["overview", "", ""]],
  });
  expect(own({ ...bureau, kind: "department" })).toContain(buildGrams("教育局"));
  expect(own({ ...bureau, kind: "department" })).not.toContain(buildGrams("临江区"));
});

test("a place of a municipality stands a level higher, an unknown place nowhere", () => {
  const build = (regions: typeof report.regions) =>
    buildSectionDocuments({ ...report, regions }, simplify)[0]?.region;
  expect(build(fictionalRegions.riverCounty)).toEqual({ lvl0: "92", lvl1: "920119" });
  expect(build([])).toEqual({});
});

test("numbers become metrics: blanks, labels and clashes are left out", () => {
  const facts = [
    buildFact("newReceived", "total", 12),
    buildFact("denied.stateSecret", "total", 0),
    buildFact("denied.属于工作秘密", "total", 3),
    buildFact("carriedOver", "total", null),
    buildFact("denied", "stateSecret", 9),
    buildFact("__proto__", "total", 7),
    buildFact("constructor", "total", 5),
  ];
  expect(buildReportDocument({ ...report, facts })).toMatchObject({ id: report.id, year: 2023 });
  expect(buildReportDocument({ ...report, facts }).m).toEqual({
    requests: {
      newReceived: { total: 12 },
      denied: { stateSecret: { total: 0 } },
      constructor: { total: 5 },
    },
  });
  expect(buildReportDocument(report).m).toEqual({});
});
