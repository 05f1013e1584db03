import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDoc } from "../../indexer/extract/office/read-doc.ts";
import { buildOle } from "./build-ole.ts";
import { buildOddBody, oddGrid, oddLines } from "./odd-document.ts";
import { readSampleFacts, sortFacts } from "./read-sample-facts.ts";
import { buildSampleReport } from "./sample-report.ts";
import { listLines, showGrids } from "./show-page.ts";
import { buildDocx, writeReportBody } from "./write-docx.ts";

function readFixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, "..", "fixtures", "office", name));
}

/** Where the directory entry of a stream begins. */
function findEntry(bytes: Buffer, stream: string): number {
  return bytes.indexOf(Buffer.from(`${stream}\0`, "utf16le"));
}

function findSector(number: number): number {
  return 512 * (number + 1);
}

describe("reading DOC", () => {
  it.each([
    ["2019", 2019],
    ["2021", 2021],
  ] as const)("finds every number of form %s", async (form, seed) => {
    const report = buildSampleReport(form, seed);
    const reading = readSampleFacts(await readDoc(readFixture(`report-${form}.doc`)));
    expect(sortFacts(reading.facts)).toEqual(sortFacts(report.facts));
    expect(reading).toMatchObject({
      form,
      title: report.title,
      sections: ["overview", "disclosure", "requests", "disputes", "problems", "other"],
    });
    expect(reading.headings[3]).toBe("四、政府信息公开行政复议、行政诉讼情况");
  });

  it("has the same cells in the same columns as the DOCX that it was made of", async () => {
    const report = buildSampleReport("2021", 2021);
    const doc = await readDoc(readFixture("report-2021.doc"));
    const docx = await readDoc(buildDocx(writeReportBody(report)));
    expect(showGrids(doc.blocks)).toEqual(showGrids(docx.blocks));
    expect(listLines(doc)).toEqual(listLines(docx));
  });

  it("reads numbers, fields, notes, broken lines and merged cells, and nothing deleted or hidden", async () => {
    const page = await readDoc(readFixture("odd.doc"));
    expect(listLines(page)).toEqual(oddLines);
    expect(showGrids(page.blocks)).toEqual(oddGrid);
    const { body, parts } = buildOddBody();
    const docx = await readDoc(buildDocx(body, parts));
    expect(listLines(docx)).toEqual(oddLines);
    expect(showGrids(docx.blocks)).toEqual(oddGrid);
  });

  it("keeps titles and dates of the file", async () => {
    const { meta } = await readDoc(readFixture("report-2021.doc"));
    expect([...meta]).toEqual([
      ["dc:title", "年报"],
      ["dcterms:created", "2023-01-12T02:00:00.000Z"],
    ]);
  });

  it("reads a page that a portal calls a document", async () => {
    const html =
      "<html><body><p>总体情况</p><table><tr><td>规章</td><td>3</td></tr></table></body></html>";
    const page = await readDoc(Buffer.from(html));
    expect(listLines(page)).toEqual(["总体情况"]);
    expect(showGrids(page.blocks)).toEqual([["0:规章", "1:3"]]);
  });
});

describe("reading Word documents in one XML file", () => {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

  it("reads what Word 2003 and programs after its pattern write", async () => {
    const cell = (text: string, properties = ""): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const xml = `${head}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:o="urn:schemas-microsoft-com:office:office"><o:DocumentProperties><o:Title>年报</o:Title><o:Author>某人</o:Author><o:Created>2012-03-01T00:00:00Z</o:Created></o:DocumentProperties><w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles><w:body><wx:sect>
      <w:p><w:pPr><w:pStyle w:val="1"/><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>概述</w:t></w:r></w:p>
      <w:tbl><w:tr>${cell("甲", '<w:vmerge w:val="restart"/>')}${cell("1")}</w:tr><w:tr>${cell("", "<w:vmerge/>")}${cell("2")}</w:tr></w:tbl>
      <w:p><w:r><w:t>收到</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>8</w:delText></w:r></aml:content></aml:annotation><w:r><w:t>9件</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>含结转</w:t></w:r></w:p></w:footnote></w:r></w:p>
      </wx:sect></w:body></w:wordDocument>`;
    const page = await readDoc(Buffer.from(xml));
    expect(listLines(page)).toEqual(["一、概述", "收到9件", "含结转"]);
    expect(showGrids(page.blocks)).toEqual([["0:甲", "1:1"], ["1:2"]]);
    expect([...page.meta]).toEqual([
      ["dc:title", "年报"],
      ["dcterms:created", "2012-03-01T00:00:00Z"],
    ]);
  });

  it("reads a package that is written flat", async () => {
    const files = unzipSync(buildDocx(writeReportBody(buildSampleReport("2021", 5))));
    const parts = Object.entries(files).map(
      ([name, content]) =>
        `<pkg:part pkg:name="/${name}"><pkg:xmlData>${strFromU8(content).replace(/<\?xml[^>]*>/u, "")}</pkg:xmlData></pkg:part>`,
    );
    const flat = `${head}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join("")}</pkg:package>`;
    const { facts, headings } = readSampleFacts(await readDoc(Buffer.from(flat)));
    expect(sortFacts(facts)).toEqual(sortFacts(buildSampleReport("2021", 5).facts));
    expect(headings[1]).toBe("二、主动公开政府信息情况");
  });
});

describe("DOC that cannot be read", () => {
  const password = /protected by a password; save it without one/u;

  it("names a password", async () => {
    const secret = readFixture("report-2021.doc");
    const document = findSector(secret.readUInt32LE(findEntry(secret, "WordDocument") + 116));
    expect(secret.readUInt16LE(document)).toBe(0xa5ec);
    secret.writeUInt16LE(secret.readUInt16LE(document + 10) | 0x0100, document + 10);
    await expect(readDoc(secret)).rejects.toThrow(password);
    const wrapped = buildOle({ EncryptedPackage: new Uint8Array(5_000) });
    await expect(readDoc(wrapped)).rejects.toThrow(password);
  });

  it("refuses sectors that run in circles", async () => {
    const bytes = readFixture("report-2021.doc");
    const entry = findEntry(bytes, "WordDocument");
    const start = bytes.readUInt32LE(entry + 116);
    const links = findSector(bytes.readUInt32LE(0x4c));
    const next = bytes.readUInt32LE(links + 4 * start);
    bytes.writeUInt32LE(start, links + 4 * next);
    bytes.writeUInt32LE(next, entry + 116);
    bytes.writeUInt32LE(0x7fffffff, entry + 120);
    await expect(readDoc(bytes)).rejects.toThrow(/damaged or cut off; fetch it again/u);
  });

  it("refuses what is cut off, older than Word 97, or no document at all", async () => {
    const bytes = readFixture("report-2021.doc");
    await expect(readDoc(bytes.subarray(0, 20_000))).rejects.toThrow(/damaged|cut off/u);
    const old = Buffer.alloc(5_000);
    old.writeUInt16LE(0xa5dc, 0);
    await expect(readDoc(buildOle({ WordDocument: old }))).rejects.toThrow(/from before 1997/u);
    const other = buildOle({ Contents: new Uint8Array(5_000) });
    await expect(readDoc(other)).rejects.toThrow(/holds no Word document/u);
    await expect(readDoc(Buffer.from("{\\rtf1 }"))).rejects.toThrow(/save it again as \.docx/u);
  });
});
