import { strToU8, zipSync } from "fflate";
import { placeCells, type SampleReport, type TableLayout } from "./sample-report.ts";

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(" ");

export function writeText(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

export function writeParagraph(content: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

/** A paragraph that Word numbers by itself. */
export function writeNumbered(text: string, list: number, level = 0): string {
  const properties = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  return writeParagraph(writeText(text), properties);
}

/** In twips: the widest table fills the page. */
const columnWidth = 600;

/** A table as Word writes it: cells below a merged one are there, and say that they go on. */
export function writeTable(table: TableLayout): string {
  const placed = placeCells(table);
  const rows = placed.map((_, y) => {
    const cells = new Map(placed[y]?.map((item) => [item.at, { ...item, merge: item.rows > 1 }]));
    const xml: string[] = [];
    for (let x = 0; x < table.width;) {
      const own = cells.get(x);
      const above = placed
        .slice(0, y)
        .flatMap((row, top) => row.filter((item) => item.at === x && top + item.rows > y))
        .at(-1);
      const columns = own?.columns ?? above?.columns ?? 1;
      const merge = own ? (own.merge ? '<w:vMerge w:val="restart"/>' : "") : "<w:vMerge/>";
      xml.push(
        `<w:tc><w:tcPr><w:tcW w:w="${columnWidth * columns}" w:type="dxa"/>`,
        `<w:gridSpan w:val="${columns}"/>${merge}</w:tcPr>`,
        `${writeParagraph(own ? writeText(own.text) : "")}</w:tc>`,
      );
      x += columns;
    }
    return `<w:tr>${xml.join("")}</w:tr>`;
  });
  const grid = `<w:gridCol w:w="${columnWidth}"/>`.repeat(table.width);
  return `<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

/** The body of a report whose section numbers are automatic. */
export function writeReportBody({ title, preamble, sections }: SampleReport): string {
  return [
    writeParagraph(writeText(title), '<w:pStyle w:val="Title"/>'),
    writeParagraph(writeText(preamble)),
    ...sections.flatMap(({ heading, paragraphs, tables }) => [
      writeNumbered(heading, 1),
      ...paragraphs.map((text) => writeParagraph(writeText(text))),
      ...tables.flatMap((table) => [writeTable(table), writeParagraph("")]),
    ]),
  ].join("");
}

/** 一、 （一） 1. on three levels, and a second list that begins anew. */
export const numbering = `<w:numbering ${namespaces}>
<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`;

const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A DOCX with these paragraphs and tables; `parts` adds or replaces files of the package. */
export function buildDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>年报</dc:title><dc:creator>某人</dc:creator><dcterms:created>2023-01-12T02:00:00Z</dcterms:created></cp:coreProperties>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/numbering" Target="numbering.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/numbering.xml": numbering,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    // The same file at any time.
    { mtime: new Date(2023, 0, 12) },
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
