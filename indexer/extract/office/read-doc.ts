import { decodeText } from "../../../corpus/charset.ts";
import { detectMediaType } from "../../../corpus/media-type.ts";
import { readHtml } from "../page/read-html.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { convertDoc } from "./doc/convert-doc.ts";
import { convertWordXml } from "./docx/convert-docx.ts";
import type { DocumentPage } from "../page/page.ts";
import { readConverted } from "./read-converted.ts";
import { readDocx } from "./read-docx.ts";

/**
 * Reads a Word 97–2003 document or a WPS document, and what portals call one: pages, documents in one XML file,
 * and documents of today. Throws UnreadableFile.
 *
 * Blocks stand in the HTML that `convertDoc` (or `convertDocx`) makes of the file, as those of `readDocx` do.
 */
export async function readDoc(bytes: Uint8Array): Promise<DocumentPage> {
  if (isWordXml(bytes)) return readConverted(convertWordXml(bytes));
  switch (detectMediaType(bytes)) {
    case "application/msword":
    case "application/x-ole-storage":
      return readConverted(convertDoc(bytes));
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
    case "application/zip":
      return readDocx(bytes);
    case "text/html":
      return { ...readHtml(decodeText(bytes).text), warnings: [] };
    default:
      throw new UnreadableFile("The file is no Word document; save it again as .docx.");
  }
}

/** Whether the file is a Word document in one XML file, which may look like a page. */
export function isWordXml(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 4096));
  return /^\s*<\?xml\s/u.test(text) && /<(?:w:wordDocument|pkg:package)[\s>]/u.test(text);
}
