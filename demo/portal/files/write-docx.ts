import { strToU8, zipSync } from "fflate";
import type { Grid } from "../../build-grids.ts";
import type { DemoBlock, DemoPage } from "../../build-page.ts";
import { escapeMarkup } from "../../layouts/write-markup.ts";
import { placeGrid } from "./place-grid.ts";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Archives name a day: always the same one, so that the same report gives the same bytes. */
const day = new Date(2024, 0, 1, 12);

/** A report as a Word document. */
export function writeDocx({ report, blocks }: DemoPage): Uint8Array {
  const body = [writeParagraph(report.title), ...blocks.map(writeBlock)].join("");
  const files = {
    "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${head}<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { mtime: day },
  );
}

/** A file in an archive as portals pack them. */
export function packFile(name: string, bytes: Uint8Array): Uint8Array {
  return zipSync({ [name]: bytes }, { mtime: day });
}

function writeBlock(block: DemoBlock): string {
  return block.is === "table" ? writeTable(block.grid) : writeParagraph(block.text);
}

function writeParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r></w:p>`;
}

function writeTable(grid: Grid): string {
  const { cells, width } = placeGrid(grid);
  const rows = grid.map((_, row) => {
    const own = cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rows)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => {
        const across = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : "";
        const isFirst = cell.row === row;
        const down = cell.rows > 1 ? (isFirst ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>") : "";
        const text = writeParagraph(isFirst ? cell.text : "");
        return `<w:tc><w:tcPr>${across}${down}</w:tcPr>${text}</w:tc>`;
      });
    return `<w:tr>${own.join("")}</w:tr>`;
  });
  const columns = "<w:gridCol/>".repeat(width);
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join("")}</w:tbl>`;
}
