import type { Element } from "domhandler";
import { findChild, listChildren, readAttribute, readLocalName } from "../../zip/xml-element.ts";
import { readDocxParts, type DocxParts } from "./docx-parts.ts";

/**
 * The parts of a Word document in one XML file: a package written flat (ECMA-376 part 2, annex), or a document of
 * Word 2003 (WordprocessingML 2003). Null for any other XML. Throws UnreadableFile.
 */
export function readFlatParts(root: Element): DocxParts | null {
  switch (readLocalName(root)) {
    case "package":
      return readDocxParts(buildPackage(root));
    case "wordDocument":
      return {
        document: root,
        properties: findChild(root, "DocumentProperties"),
        styles: findChild(root, "styles"),
        numbering: null,
        footnotes: null,
        endnotes: null,
      };
    default:
      return null;
  }
}

function buildPackage(root: Element): (name: string) => Element | null {
  const parts = new Map<string, Element>();
  for (const part of listChildren(root, "part")) {
    const [content] = listChildren(findChild(part, "xmlData") ?? part);
    const name = readAttribute(part, "name") ?? "";
    if (content) parts.set(name.replace(/^\//u, ""), content);
  }
  return (name) => parts.get(name) ?? null;
}
