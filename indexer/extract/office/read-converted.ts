import { readHtml } from "../page/read-html.ts";
import type { ConvertedDocument } from "./converted-document.ts";
import type { DocumentPage } from "../page/page.ts";

/** Reads the page that a document was converted into. Throws UnreadableFile. */
export function readConverted({ html, meta, pictures }: ConvertedDocument): DocumentPage {
  const page = readHtml(html);
  const warnings = pictures > 0 ? [`文档中有 ${pictures} 张图片，图中的文字未读取。`] : [];
  return { ...page, meta: new Map([...page.meta, ...meta]), warnings };
}
