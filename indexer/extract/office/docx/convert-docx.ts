import { UnreadableFile } from "../../unreadable-file.ts";
import { largestXml, readXml } from "../../zip/read-xml.ts";
import { findChild, listChildren, readAttribute } from "../../zip/xml-element.ts";
import type { ConvertedDocument } from "../converted-document.ts";
import { openPackage } from "../open-package.ts";
import { readCoreProperties } from "../read-core-properties.ts";
import { DocumentWriter } from "./document-writer.ts";
import { readDocxParts, type DocxParts } from "./docx-parts.ts";
import { ParagraphNumbers } from "./paragraph-numbers.ts";
import { readFlatParts } from "./read-flat-parts.ts";
import { readStyles } from "./read-styles.ts";

/** Converts a DOCX into HTML. Throws UnreadableFile. */
export function convertDocx(bytes: Uint8Array): ConvertedDocument {
  const zip = openPackage(bytes);
  return convertParts(
    readDocxParts((name) => {
      const content = zip.read(name, largestXml);
      return content && readXml(content);
    }),
  );
}

/** Converts a Word document that is one XML file, as Word and form programs write them. Throws UnreadableFile. */
export function convertWordXml(bytes: Uint8Array): ConvertedDocument {
  if (bytes.length > largestXml)
    throw new UnreadableFile("The document is larger than any report; save it again as .docx.");
  const root = readXml(bytes);
  const parts = readFlatParts(root);
  if (!parts) throw new UnreadableFile("The file holds no Word document; save it again as .docx.");
  return convertParts(parts);
}

function convertParts(parts: DocxParts): ConvertedDocument {
  const writer = writeDocument(parts);
  const meta = parts.properties ? readCoreProperties(parts.properties) : new Map();
  return { html: writer.html, meta, pictures: writer.pictures };
}

function writeDocument(parts: DocxParts): DocumentWriter {
  const styles = parts.styles ? readStyles(parts.styles) : new Map();
  const numbers = new ParagraphNumbers(styles, parts.numbering);
  const writer = new DocumentWriter({ styles, numbers });
  writer.writeBlocks(findChild(parts.document, "body") ?? parts.document);
  for (const notes of [parts.footnotes, parts.endnotes]) {
    for (const note of notes ? listChildren(notes) : [])
      // Those with a type are the lines that Word draws above the notes.
      if ((readAttribute(note, "type") ?? "normal") === "normal") writer.writeBlocks(note);
  }
  return writer;
}
