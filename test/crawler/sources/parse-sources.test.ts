import { describe, expect, it } from "vitest";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import { loadSourceList } from "../../../crawler/sources/load-source-list.ts";
import { parseSources } from "../../../crawler/sources/parse-sources.ts";
import { type SourceFault, SourceListBroken } from "../../../crawler/sources/source-list-broken.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";

const gazetteer = loadGazetteer([demoDivisions]);
const header = "id,division,agency,entry,kind,render,notes";
const row = "qingshan,990121,,http://www.qingshan.gov.test/,portal,http,TRS static pages";
const parse = (...lines: readonly string[]) =>
  parseSources([header, ...lines].join("\n"), { file: "list.csv", gazetteer });

function readFaults(text: string): readonly SourceFault[] {
  try {
    parseSources(text, { file: "list.csv", gazetteer });
  } catch (error) {
    if (error instanceof SourceListBroken) return error.faults;
    throw error;
  }
  return [];
}

const findFaults = (...lines: readonly string[]) => readFaults([header, ...lines].join("\n"));

describe("parseSources", () => {
  it("reads rows; an empty division or agency is none", () => {
    const pattern = `nb,,青山县教育局,http://www.qingshan.gov.test/a?area={area:1|2}&y={year},pattern,browser,"a, ""b"""`;
    expect(parse(row, pattern)).toEqual([
      {
        id: "qingshan",
        division: "990121",
        agency: null,
        entry: "http://www.qingshan.gov.test/",
        kind: "portal",
        render: "http",
        notes: "TRS static pages",
      },
      {
        id: "nb",
        division: null,
        agency: "青山县教育局",
        entry: "http://www.qingshan.gov.test/a?area={area:1|2}&y={year}",
        kind: "pattern",
        render: "browser",
        notes: `a, "b"`,
      },
    ]);
  });

  it.each([
    ["a byte order mark", `\uFEFF${header}\n${row}\n`],
    ["CRLF", `${header}\r\n${row}\r\n`],
    ["mixed line ends and empty lines", `${header}\n\r\n${row}\r\n\n\n`],
    ["spaces round cells", `${header}\n${row.replaceAll(",", " , ")}`],
    ["no last line end", `${header}\n${row}`],
  ])("survives %s", (_, text) => {
    expect(parseSources(text, { file: "list.csv", gazetteer })).toEqual(parse(row));
  });

  it.each([
    ["Qing Shan,990121,,http://a.gov.test/,portal,http,", "id", "lower-case"],
    [",990121,,http://a.gov.test/,portal,http,", "id", "lower-case"],
    ["a,99012,,http://a.gov.test/,portal,http,", "division", "official division code"],
    ["a,990199,,http://a.gov.test/,portal,http,", "division", "990199 is no code"],
    ["a,,,http://a.gov.test/,portal,http,", "division", "division code or an agency"],
    ["a,990121,,a.gov.test,portal,http,", "entry", "http://"],
    ["a,990121,,,portal,http,", "entry", "http://"],
    ["a,990121,,http://a b.gov.test/,portal,http,", "entry", "no address"],
    ["a,990121,,http://me:word@a.gov.test/,portal,http,", "entry", "no password"],
    ["a,990121,,http://a.gov.test/{year},column,http,", "entry", "of kind pattern"],
    ["a,990121,,http://a.gov.test/,pattern,http,", "entry", "must have {year}"],
    ["a,990121,,http://a.gov.test/{year},pattern{,http,", "kind", "portal, column, pattern"],
    ["a,990121,,http://a.gov.test/{year}/{x,pattern,http,", "entry", "no other braces"],
    ["a,990121,,http://a.gov.test/{area:|},pattern,http,", "entry", "gives no address"],
    ["a,990121,,http://a.gov.test/,portal,curl,", "render", "http, browser"],
    ["a,990121,,http://a.gov.test/,portal", null, "5 cells instead of 7"],
    ["a,990121,,http://a.gov.test/,portal,http,a,b", null, "8 cells instead of 7"],
    [`a,990121,,http://a.gov.test/,portal,http,a"b`, null, "quotes"],
    [`a,990121,,http://a.gov.test/,portal,http,"a`, null, "quotes"],
  ])("refuses %s", (line, column, sentence) => {
    expect(findFaults(row, line)).toEqual([
      { line: 3, column, sentence: expect.stringContaining(sentence) },
    ]);
  });

  it("refuses an id or an entry that comes twice, whatever the scheme and the www", () => {
    const other = "qingshan,990121,,https://qingshan.gov.test/index.html,portal,http,";
    expect(findFaults(row, other)).toEqual([
      { line: 3, column: "id", sentence: "is the same as in line 2." },
      { line: 3, column: "entry", sentence: "is the same as in line 2." },
    ]);
  });

  it("tells all faults at once, by the lines of the file", () => {
    const text = [
      header,
      `qingshan,990121,,http://www.qingshan.gov.test/,portal,http,"two`,
      `lines"`,
      "",
      "B,999999,,ftp://b,door,http,",
      row,
    ].join("\r\n");
    expect(readFaults(text).map(({ line, column }) => [line, column])).toEqual([
      [5, "id"],
      [5, "entry"],
      [5, "kind"],
      [5, "division"],
      [6, "id"],
      [6, "entry"],
    ]);
    expect(() => parseSources(text, { file: "list.csv", gazetteer })).toThrow(
      /^Correct list\.csv and try again:\nline 5, id: must be lower-case/u,
    );
  });

  it.each(["", "id,division\n", `${row}\n`, `${header},more\n`])(
    "refuses the header of %j",
    (text) => {
      expect(readFaults(text)).toMatchObject([
        { line: 1, sentence: expect.stringContaining(header) },
      ]);
    },
  );
});

describe("the project's list", () => {
  const list = loadSourceList(loadGazetteer());

  it("holds real portals, columns and patterns", () => {
    expect(list.length).toBeGreaterThan(100);
    expect(new Set(list.map(({ kind }) => kind))).toEqual(new Set(["portal", "column", "pattern"]));
  });

  it("names a division for each, in the order of ids", () => {
    expect(list.filter(({ division }) => division === null)).toEqual([]);
    const ids = list.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });
});
