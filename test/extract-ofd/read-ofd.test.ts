import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOfd } from "../../indexer/extract/ofd/read-ofd.ts";
import type { OfdBox } from "../../corpus/fact.ts";
import { parseDeltas } from "../../indexer/extract/ofd/parse-numbers.ts";
import type { Block } from "../../indexer/extract/page/page.ts";
import { readSampleFacts, sortFacts } from "../extract-office/read-sample-facts.ts";
import { buildSampleReport } from "../extract-office/sample-report.ts";
import { listLines, showGrids } from "../extract-office/show-page.ts";
import { buildContent, buildOfd, writeReportPages } from "./write-ofd.ts";

const kinds = ["overview", "disclosure", "requests", "disputes", "problems", "other"];

function text(words: string, place: string, delta = ' DeltaX="g 50 5"'): string {
  return `<ofd:TextObject ID="7" Boundary="${place}" Font="1" Size="5"><ofd:TextCode X="0" Y="5"${delta}>${words}</ofd:TextCode></ofd:TextObject>`;
}

function path(data: string, more = "", place = "0 0 210 297"): string {
  return `<ofd:PathObject ID="8" Boundary="${place}"${more}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
}

function findCell(
  block: Block | undefined,
  row: number,
  column: number,
): { readonly text: string; readonly origin: OfdBox } {
  const cell = block?.kind === "grid" ? block.rows[row]?.[column] : undefined;
  if (!cell) throw new Error("no such cell");
  return { text: cell.text, origin: cell.origin as unknown as OfdBox };
}

/** Two rows and columns of 40 × 10 mm from 20, 50. */
const frame = path(
  "M 0 0 L 80 0 L 80 20 L 0 20 C M 0 10 L 80 10 M 40 0 L 40 20",
  "",
  "20 50 80 20",
);
const words = [
  text("规章", "22 52 30 6"),
  text("12", "62 52 30 6", ' DeltaX="2.5"'),
  text("文件", "22 62 30 6"),
  text("305", "62 62 30 6", ' DeltaX="g 2 2.5"'),
];
const cells = [
  ["0:规章", "1:12"],
  ["0:文件", "1:305"],
];

describe("reading OFD", () => {
  it.each([
    ["2019", "repeated"],
    ["2021", "repeated"],
    ["2019", "listed"],
    ["2021", "scaled"],
    ["2021", "single"],
  ] as const)("finds every number of form %s with %s steps", async (form, style) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const report = buildSampleReport(form, seed);
        const reading = readSampleFacts(await readOfd(buildOfd(writeReportPages(report, style))));
        expect(sortFacts(reading.facts)).toEqual(sortFacts(report.facts));
        expect(reading).toMatchObject({ form, title: report.title, sections: kinds });
      }),
      { numRuns: 1 },
    );
  });

  it("tells the page and the box in millimetres from the top left", async () => {
    const page = await readOfd(buildOfd([[text("总体情况", "20 30 60 6")], [frame, ...words]]));
    const [line, grid] = page.blocks;
    expect(line?.kind === "line" && (line.origin as unknown)).toEqual({
      in: "ofd",
      page: 1,
      box: [20, 30.75, 40, 35.75],
    });
    const { text: printed, origin } = findCell(grid, 1, 1);
    expect([printed, origin.page]).toEqual(["305", 2]);
    expect(origin.box.map(Math.round)).toEqual([60, 60, 100, 70]);
  });

  it("draws templates, blocks, and drawings that pages share", async () => {
    const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
    const common = `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>/Doc_0/DocumentRes.xml</ofd:DocumentRes><ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>`;
    const unit = `<ofd:CompositeGraphicUnit ID="4" Width="80" Height="20"><ofd:Content>${words[2]}${words[3]}</ofd:Content></ofd:CompositeGraphicUnit>`;
    const bytes = buildOfd([], {
      "Doc_0/Document.xml": `<ofd:Document ${namespace}>${common}<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
      "Doc_0/DocumentRes.xml": `<ofd:Res ${namespace}><ofd:CompositeGraphicUnits>${unit}</ofd:CompositeGraphicUnits></ofd:Res>`,
      "Doc_0/Tpls/Tpl_0/Content.xml": buildContent([frame]),
      "Doc_0/Pages/Page_0/Content.xml": buildContent(
        [
          `<ofd:PageBlock ID="9">${words[0]}${words[1]}</ofd:PageBlock>`,
          '<ofd:CompositeObject ID="10" Boundary="0 0 210 297" ResourceID="4"/>',
        ],
        '<ofd:Template TemplateID="2" ZOrder="Background"/>',
      ),
    });
    expect(showGrids((await readOfd(bytes)).blocks)).toEqual(cells);
  });

  it("takes lines from strokes, thin bars and matrices, and none from curves or hidden objects", async () => {
    const bars = [50, 60, 70].map((y) =>
      path(
        `M 20 ${y} L 100 ${y} L 100 ${y + 0.2} L 20 ${y + 0.2} C`,
        ' Stroke="false" Fill="true"',
      ),
    );
    const sides = [20, 60, 100].map((x) =>
      path("M 0 0 L 0 2", ' CTM="1 0 0 10 0 0"', `${x} 50 1 20`),
    );
    const noise = [
      path("M 40 50 B 41 55 41 60 40 70"),
      path("M 40 50 A 5 5 0 1 1 40 70"),
      path("M 40 50 L 40 70", ' Visible="false"'),
    ];
    const page = await readOfd(buildOfd([[...bars, ...sides, ...noise, ...words]]));
    expect(showGrids(page.blocks)).toEqual(cells);
  });

  it("reads a page on which everything is turned", async () => {
    const turn = (object: string): string =>
      object.replace(
        /Boundary="([\d.]+) ([\d.]+) /u,
        (_, x: string, y: string) => `CTM="0 1 -1 0 0 0" Boundary="${210 - Number(y)} ${x} `,
      );
    const page = await readOfd(buildOfd([[frame, ...words].map(turn)]));
    expect(showGrids(page.blocks)).toEqual(cells);
    const { origin } = findCell(page.blocks[0], 0, 0);
    expect(origin.box.map(Math.round)).toEqual([150, 20, 160, 60]);
  });

  it("reads a column of characters, and characters that lie on their side", async () => {
    const column = `<ofd:TextObject ID="7" Boundary="22 52 6 40" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaY="g 3 5">办理结果</ofd:TextCode></ofd:TextObject>`;
    const side = `<ofd:TextObject ID="7" Boundary="42 52 6 40" Font="1" Size="5" CharDirection="90"><ofd:TextCode X="1" Y="0" DeltaY="g 3 5">部分公开</ofd:TextCode></ofd:TextObject>`;
    const box = path(
      "M 0 0 L 80 0 L 80 30 L 0 30 C M 20 0 L 20 30 M 40 0 L 40 30",
      "",
      "20 50 80 30",
    );
    const page = await readOfd(buildOfd([[box, column, side, text("7", "62 60 10 6")]]));
    expect(showGrids(page.blocks)).toEqual([["0:办理结果", "1:部分公开", "2:7"]]);
  });

  it("takes the width of a character for its step where the file gives none", async () => {
    const page = await readOfd(buildOfd([[text("收到12件", "20 30 60 6", "")]]));
    expect(listLines(page)).toEqual(["收到12件"]);
    const { box } = (page.blocks[0]?.kind === "line" && page.blocks[0].origin) as unknown as OfdBox;
    expect([box[0], box[2]]).toEqual([20, 40]);
  });

  it("expands repeated steps, and no more of them than there are characters", () => {
    expect(parseDeltas("1 g 3 2.5 4", 9)).toEqual([1, 2.5, 2.5, 2.5, 4]);
    expect(parseDeltas("g 1000000000 1", 3)).toEqual([1, 1, 1]);
    expect(parseDeltas("g g x 1 g 2", 5)).toEqual([1]);
    expect(parseDeltas(null, 5)).toEqual([]);
  });

  it("keeps titles and dates of the file, and counts pictures", async () => {
    const picture = '<ofd:ImageObject ID="3" Boundary="0 0 9 9" ResourceID="1"/>';
    const page = await readOfd(buildOfd([[text("总体情况", "20 30 60 6"), picture]]));
    expect([...page.meta]).toEqual([
      ["dc:title", "年报"],
      ["dcterms:created", "2023-01-12"],
    ]);
    expect(page.warnings).toEqual(["文档中有 1 张图片，图中的文字未读取。"]);
  });
});

describe("OFD that cannot be read", () => {
  it("says what to do where there is only a picture", async () => {
    const picture = '<ofd:ImageObject ID="3" Boundary="0 0 9 9" ResourceID="1"/>';
    await expect(readOfd(buildOfd([[picture]]))).rejects.toThrow(/only pictures/u);
  });

  it("refuses document types, drawings within themselves, and packages behind a password", async () => {
    const evil = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><ofd:OFD>&x;</ofd:OFD>';
    await expect(readOfd(buildOfd([], { "OFD.xml": evil }))).rejects.toThrow(/document type/u);
    const loop = `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="4"><ofd:Content>${'<ofd:CompositeObject ResourceID="4"/>'.repeat(9)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`;
    const object = '<ofd:CompositeObject ID="10" Boundary="0 0 9 9" ResourceID="4"/>';
    const within = buildOfd([[object]], { "Doc_0/PublicRes.xml": loop });
    await expect(readOfd(within)).rejects.toThrow(/draws more than any report/u);
    const secret = zipSync({ "OFDEntries.xml": strToU8("<a/>") });
    await expect(readOfd(secret)).rejects.toThrow(/protected by a password/u);
    await expect(readOfd(zipSync({}))).rejects.toThrow(/lacks its part OFD\.xml/u);
  });
});
