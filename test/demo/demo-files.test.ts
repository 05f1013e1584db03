import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../corpus/charset.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { parseDivisions } from "../../corpus/divisions/parse-divisions.ts";
import { demoAgencies } from "../../demo/demo-agencies.ts";
import { buildDemo } from "../../demo/build-demo.ts";
import { demoNotice } from "../../demo/build-page.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";

const built = buildDemo(loadGazetteer([demoDivisions]));
const files = listDemoFiles();
const expectedFile = new URL("../../demo/expected.json", import.meta.url);

describe("the committed demo", () => {
  test("is what the writer writes: run `node --import tsx demo/write-demo.ts`", () => {
    const stale = built.filter(({ file, bytes }) => {
      const committed = readFileSync(new URL(`../../demo/reports/${file}`, import.meta.url));
      return !committed.equals(bytes);
    });
    expect(stale.map(({ file }) => file)).toEqual([]);
    const expected: unknown = JSON.parse(readFileSync(expectedFile, "utf8"));
    expect(expected).toEqual(Object.fromEntries(built.map((one) => [one.file, one.expected])));
  });

  test("lists every file of its folder once, each under an address of its own", () => {
    const listed = files.map(({ file }) => basename(file)).sort();
    expect(listed).toEqual(readdirSync(new URL("../../demo/reports", import.meta.url)).sort());
    expect(new Set(files.map(({ address }) => address)).size).toBe(files.length);
    for (const { address } of files)
      expect(address).toMatch(/^http:\/\/(?:www|jyj)\.[a-z]+\.gov\.test\//u);
  });

  test("says on every page that it is fictional", () => {
    const unlabelled = files.filter(
      ({ file }) => !decodeText(readFileSync(file)).text.includes(demoNotice),
    );
    expect(unlabelled).toEqual([]);
  });

  test("comes in both charsets, as pages and as text", () => {
    const charsets = files.map(({ file }) => decodeText(readFileSync(file)).charset);
    expect(new Set(charsets)).toEqual(new Set(["utf-8", "gb18030"]));
    expect(files.filter(({ file }) => file.endsWith(".txt")).length).toBeGreaterThan(5);
  });

  test("tells another story in every report", () => {
    const texts = demoAgencies.flatMap(({ reports }) =>
      reports.flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs)),
    );
    const long = texts.filter((text) => text.length > 30);
    expect(long.length).toBeGreaterThan(100);
    expect(new Set(long).size).toBe(long.length);
  });
});

test("no place of the demo exists at its level", () => {
  const real = loadGazetteer();
  const fictional = parseDivisions(readFileSync(demoDivisions, "utf8"), demoDivisions);
  const taken = fictional.filter(
    ({ code, name, level }) =>
      real.get(code) !== undefined || real.named(name).some((place) => place.level === level),
  );
  expect(fictional.length).toBeGreaterThan(15);
  expect(taken).toEqual([]);
});

describe("the numbers of the demo", () => {
  const reports = built.map(({ file, expected }) => ({ file, ...expected }));
  const pairs = reports.flatMap((report) => {
    const before = reports.find(
      ({ agency, year }) => agency === report.agency && year === report.year - 1,
    );
    return before ? [{ before, report }] : [];
  });

  test("cover eight bodies, three forms and the years 2016 to 2023", () => {
    expect(new Set(reports.map(({ agency }) => agency)).size).toBe(8);
    expect(new Set(reports.map(({ form }) => form))).toEqual(new Set(["2008", "2019", "2021"]));
    expect(new Set(reports.map(({ year }) => year)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(reports.map(({ level }) => level)).size).toBe(3);
  });

  test("carry over what the year before carried forward, but where that was printed wrong", () => {
    expect(pairs.length).toBe(8);
    const different = pairs.filter(({ before, report }) => {
      const forward = before.facts["requests"]?.["carriedForward"];
      return JSON.stringify(report.facts["requests"]?.["carriedOver"]) !== JSON.stringify(forward);
    });
    expect(different.map(({ before }) => before.file)).toEqual(["luoxia-2022.txt"]);
  });

  test("count the documents in force from year to year", () => {
    for (const { before, report } of pairs)
      for (const row of ["rules", "normativeDocuments"]) {
        const { made, repealed, effective } = report.facts["disclosure"]?.[row] ?? {};
        const last = before.facts["disclosure"]?.[row]?.["effective"] ?? 0;
        expect(effective).toBe(last + (made ?? 0) - (repealed ?? 0));
      }
  });

  test("plant three failing rules and one that cannot be told", () => {
    const planted = reports.flatMap((report) => report.planted);
    expect(planted.map(({ rule, verdict }) => `${rule} ${verdict}`).sort()).toEqual([
      "T3-a fails",
      "T3-b cannotTell",
      "T3-c fails",
      "T4-a fails",
    ]);
  });
});
