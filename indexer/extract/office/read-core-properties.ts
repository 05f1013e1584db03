import type { Element } from "domhandler";
import { listChildren, readContent, readLocalName } from "../zip/xml-element.ts";

/** What a document says of itself, and the names under which a page keeps it. Names of persons are left out. */
const names: ReadonlyMap<string, string> = new Map([
  ["title", "dc:title"],
  ["subject", "dc:subject"],
  ["keywords", "cp:keywords"],
  ["created", "dcterms:created"],
  ["modified", "dcterms:modified"],
  ["lastsaved", "dcterms:modified"],
]);

/** Reads `docProps/core.xml` (ECMA-376 part 2, 11), or what Word 2003 has in its place: title, subject, keywords and dates in ISO 8601. */
export function readCoreProperties(root: Element): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of listChildren(root)) {
    const name = names.get(readLocalName(element).toLowerCase());
    const value = readContent(element).trim();
    if (name !== undefined && value !== "") meta.set(name, value);
  }
  return meta;
}
