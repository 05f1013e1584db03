import { Buffer } from "node:buffer";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { listDocxImages } from "../../indexer/extract/ocr/list-docx-images.ts";
import { listHtmlImages } from "../../indexer/extract/ocr/list-html-images.ts";
import { encodeImage } from "./degrade-image.ts";
import { buildPaper } from "./draw-page.ts";

const table = encodeImage(buildPaper(400, 300));
const other = encodeImage(buildPaper(300, 400), 90);
const icon = encodeImage(buildPaper(20, 20));

describe("pictures that a page carries itself", () => {
  it("are listed in order and once; icons, other addresses and what is no picture are not", () => {
    const html = `<p>云岫县</p><img alt="a" src="${address(table)}"><img src='${address(other)}'>
      <img src="${address(table)}"><img src="${address(icon)}"><img src="/files/a.png">
      <img src="data:image/png;base64,AAAA"><img src="data:image/png;base64,${"A".repeat(50)}`;
    expect(listHtmlImages(html)).toEqual([table, other]);
  });
});

describe("pictures in a Word document", () => {
  it("are listed in the order of the text, without small ones", () => {
    const bytes = zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "word/document.xml": strToU8(
        '<w:document><a:blip r:embed="rId7"/><a:blip r:embed="rId5"/><v:imagedata r:id="rId6"/><a:blip r:embed="rId9"/></w:document>',
      ),
      "word/_rels/document.xml.rels": strToU8(
        `<Relationships>${relate("rId5", "media/a.png")}${relate("rId6", "media/c.png")}${relate("rId7", "/word/media/b.jpg")}${relate("rId9", "media/gone.png")}</Relationships>`,
      ),
      "word/media/a.png": table,
      "word/media/b.jpg": other,
      "word/media/c.png": icon,
    });
    expect(listDocxImages(bytes)).toEqual([other, table]);
  });
});

function address(image: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(image).toString("base64")}`;
}

function relate(id: string, target: string): string {
  return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"/>`;
}
