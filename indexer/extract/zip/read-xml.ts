import { load } from "cheerio/slim";
import { isDirective, isTag, type Document, type Element } from "domhandler";
import { decodeText } from "../../../corpus/charset.ts";
import { UnreadableFile } from "../unreadable-file.ts";

/** Larger XML than this, in bytes, holds no report; the most crowded takes seconds to read. */
export const largestXml = 10_000_000;
/** Documents nest some tens deep; libraries that visit them by recursion fail at some thousands. */
const deepest = 400;

/**
 * The root element of an XML part of a document. Entities and document types are never resolved:
 * office formats forbid them, so a part that has one is refused. Throws UnreadableFile.
 */
export function readXml(bytes: Uint8Array): Element {
  const { text } = decodeText(bytes, "utf-8");
  const document = load(text, { xml: true }).root().get(0);
  const root = document?.children.find(isTag);
  if (!document || !root) throw new UnreadableFile(noXml);
  if (document.children.some((node) => isDirective(node) && node.name.startsWith("!")))
    throw new UnreadableFile(documentType);
  assertDepth(document);
  return root;
}

const noXml = "A part of the document is no XML; save the document again.";
const documentType =
  "A part of the document declares a document type, which documents never do; do not open it.";
const tooDeep = "The document is nested too deeply to be a report; save it again.";

function assertDepth(document: Document): void {
  let level: readonly Element[] = document.children.filter(isTag);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new UnreadableFile(tooDeep);
    level = level.flatMap((element) => element.children.filter(isTag));
  }
}
