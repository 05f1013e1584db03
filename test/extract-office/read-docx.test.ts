import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../indexer/extract/office/read-docx.ts";
import { buildOle } from "./build-ole.ts";
import { readSampleFacts, sortFacts } from "./read-sample-facts.ts";
import { buildSampleReport } from "./sample-report.ts";
import { listLines, showGrids } from "./show-page.ts";
import {
  buildDocx,
  writeNumbered,
  writeParagraph,
  writeReportBody,
  writeText,
} from "./write-docx.ts";

const cell = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${writeParagraph(writeText(text))}</w:tc>`;
const row = (cells: string, properties = ""): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;

describe("reading DOCX", () => {
  it.each(["2019", "2021"] as const)("finds every number of form %s", async (form) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const report = buildSampleReport(form, seed);
        const reading = readSampleFacts(await readDocx(buildDocx(writeReportBody(report))));
        expect(sortFacts(reading.facts)).toEqual(sortFacts(report.facts));
        expect(reading.form).toBe(form);
        expect(reading.title).toBe(report.title);
      }),
      { numRuns: 3 },
    );
  });

  it("prints the numbers that Word makes, so that headings are headings", async () => {
    const report = buildSampleReport("2021", 1);
    const { headings, sections } = readSampleFacts(
      await readDocx(buildDocx(writeReportBody(report))),
    );
    expect(headings[0]).toBe("一、总体情况");
    expect(headings[5]).toBe("六、其他需要报告的事项");
    expect(sections).toEqual([
      "overview",
      "disclosure",
      "requests",
      "disputes",
      "problems",
      "other",
    ]);
  });

  it("counts levels, restarts and numbers that come from styles", async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="heading 2"/><w:basedOn w:val="Base"/></w:style></w:styles>`;
    const body = [
      writeNumbered("总体情况", 1),
      writeParagraph(writeText("主动公开"), '<w:pStyle w:val="Sub"/>'),
      writeNumbered("制度", 1, 2),
      writeNumbered("平台", 1, 2),
      writeParagraph(writeText("依申请公开"), '<w:pStyle w:val="Sub"/>'),
      writeNumbered("受理", 2, 2),
      writeParagraph(
        writeText("无编号"),
        '<w:pStyle w:val="Sub"/><w:numPr><w:numId w:val="0"/></w:numPr>',
      ),
    ].join("");
    const page = await readDocx(buildDocx(body, { "word/styles.xml": styles }));
    expect(listLines(page)).toEqual([
      "一、总体情况",
      "（一）主动公开",
      "1. 制度",
      "2. 平台",
      "（二）依申请公开",
      "1. 受理",
      "无编号",
    ]);
  });

  it("resolves merged cells in every notation", async () => {
    const body = table(
      row(
        cell("甲", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>') + cell("乙") + cell("丙"),
      ),
      row(cell("", '<w:gridSpan w:val="2"/><w:vMerge/>') + cell("1") + cell("2")),
      row(cell("3") + cell("4"), '<w:gridBefore w:val="2"/>'),
      row(
        cell("丁", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("5") + cell("6"),
      ),
    );
    expect(showGrids((await readDocx(buildDocx(body))).blocks)).toEqual([
      ["0:甲", "2:乙", "3:丙"],
      ["2:1", "3:2"],
      ["0:", "2:3", "3:4"],
      ["0:丁", "2:5", "3:6"],
    ]);
  });

  it("leaves out what is deleted or hidden, and keeps what was inserted", async () => {
    const body = [
      writeParagraph(
        `${writeText("收到")}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>${writeText("34")}</w:ins>${writeText("件")}`,
      ),
      writeParagraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>${writeText("公开")}`),
      table(
        row(cell("甲") + cell("1")),
        row(cell("乙") + cell("2"), "<w:del/>"),
        row(cell("丙") + cell("3")),
      ),
      writeParagraph(writeText("前"), "<w:rPr><w:del/></w:rPr>"),
      writeParagraph(writeText("后")),
    ].join("");
    const page = await readDocx(buildDocx(body));
    expect(listLines(page)).toEqual(["收到34件", "公开", "前后"]);
    expect(showGrids(page.blocks)).toEqual([
      ["0:甲", "1:1"],
      ["0:丙", "1:3"],
    ]);
  });

  it("reads text boxes once, in both notations or only the newer one", async () => {
    const box = (text: string): string =>
      `<w:txbxContent>${writeParagraph(writeText(text))}</w:txbxContent>`;
    const newer = (text: string): string =>
      `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
    const older = (text: string): string =>
      `<w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${newer("标题甲")}</mc:Choice><mc:Fallback>${older("标题甲")}</mc:Fallback></mc:AlternateContent></w:r>`;
    const body = [
      writeParagraph(both + writeText("正文一")),
      writeParagraph(`<w:r>${newer("标题乙")}</w:r>`),
      writeParagraph(`<w:r>${older("标题丙")}</w:r>`),
    ].join("");
    const lines = listLines(await readDocx(buildDocx(body)));
    expect(lines).toEqual(["正文一", "标题甲", "标题乙", "标题丙"]);
  });

  it("counts pictures and says that they were not read", async () => {
    const picture =
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const page = await readDocx(buildDocx(writeParagraph(writeText("表格见图") + picture)));
    expect(listLines(page)).toEqual(["表格见图"]);
    expect(page.warnings).toEqual(["文档中有 1 张图片，图中的文字未读取。"]);
  });

  it("puts notes at the end and leaves tables of contents out", async () => {
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const page = await readDocx(
      buildDocx(
        writeParagraph(writeText("一、总体情况 1"), '<w:pStyle w:val="TOC1"/>') +
          writeParagraph(
            `${writeText("收到 12")}<w:r><w:footnoteReference w:id="2"/></w:r>${writeText(" 件")}`,
          ),
        {
          "word/styles.xml": `<w:styles ${word}><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`,
          "word/footnotes.xml": `<w:footnotes ${word}><w:footnote w:type="separator" w:id="0">${writeParagraph(writeText("——"))}</w:footnote><w:footnote w:id="2">${writeParagraph(writeText("含结转"))}</w:footnote></w:footnotes>`,
        },
      ),
    );
    expect(listLines(page)).toEqual(["收到 12 件", "含结转"]);
  });

  it("keeps titles and dates of the file, and no names of persons", async () => {
    const { meta } = await readDocx(buildDocx(writeParagraph(writeText("无。"))));
    expect([...meta]).toEqual([
      ["dc:title", "年报"],
      ["dcterms:created", "2023-01-12T02:00:00Z"],
    ]);
  });

  it("finds the main part by its relation, under any name", async () => {
    const rels = (target: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="${target}"/></Relationships>`;
    const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格格式</x:t></x:r></x:p></x:body></x:document>`;
    const zip = zipSync({
      "_rels/.rels": strToU8(rels("/text/main.xml")),
      "text/main.xml": strToU8(strict),
    });
    expect(listLines(await readDocx(zip))).toEqual(["严格格式"]);
  });

  it("gives the same places for the same bytes", async () => {
    const bytes = buildDocx(writeReportBody(buildSampleReport("2021", 3)));
    const [first, second] = [await readDocx(bytes), await readDocx(bytes)];
    expect(showGrids(first.blocks)).toEqual(showGrids(second.blocks));
    expect(first.blocks.every((block) => block.kind === "grid" || block.origin.in === "html")).toBe(
      true,
    );
  });
});

describe("DOCX that cannot be read", () => {
  const evil = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>';

  it("refuses document types, so that no entity is resolved", async () => {
    const bytes = buildDocx("", {
      "word/document.xml": `${evil}<w:document><w:body>&x;</w:body></w:document>`,
    });
    await expect(readDocx(bytes)).rejects.toThrow(/declares a document type/u);
  });

  it("refuses parts that are no XML, nested without end, or missing", async () => {
    const deep = "<w:p>".repeat(20_000);
    await expect(readDocx(buildDocx(deep))).rejects.toThrow(/nested too deeply/u);
    await expect(readDocx(buildDocx("", { "word/document.xml": "12 件" }))).rejects.toThrow(
      /no XML/u,
    );
    await expect(readDocx(zipSync({ "a.txt": strToU8("x") }))).rejects.toThrow(
      /holds no Word document/u,
    );
  });

  it("refuses a part of 17 MB before it unpacks it", async () => {
    const bytes = buildDocx("", {
      "word/document.xml": `<w:document>${"公开".repeat(3_000_000)}</w:document>`,
    });
    await expect(readDocx(bytes)).rejects.toThrow(/more than a report holds|unpack to far more/u);
  });

  it("names a password", async () => {
    const secret = buildOle({
      EncryptedPackage: new Uint8Array(5_000),
      EncryptionInfo: new Uint8Array(64),
    });
    await expect(readDocx(secret)).rejects.toThrow(/protected by a password; save it without one/u);
  });
});
