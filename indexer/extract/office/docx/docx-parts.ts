import type { Element } from "domhandler";
import { UnreadableFile } from "../../unreadable-file.ts";
import { listChildren, readAttribute } from "../../zip/xml-element.ts";
import { findFolder, resolvePartName } from "../../zip/resolve-part-name.ts";

/** The parts of a Word document that hold words; null where it has none. */
export interface DocxParts {
  readonly document: Element;
  readonly styles: Element | null;
  readonly numbering: Element | null;
  readonly footnotes: Element | null;
  readonly endnotes: Element | null;
  readonly properties: Element | null;
}

/** Reads a part of a package by its name; null where there is none. */
export type ReadPart = (name: string) => Element | null;

type Targets = ReadonlyMap<string, string>;

/** Finds the parts by their relationships (ECMA-376 part 2), else where Word puts them. Throws UnreadableFile. */
export function readDocxParts(readPart: ReadPart): DocxParts {
  const top = readTargets(readPart, "_rels/.rels", "");
  const names = [top.get("officeDocument"), "word/document.xml"].filter(
    (name) => name !== undefined,
  );
  for (const name of names) {
    const document = readPart(name);
    if (!document) continue;
    const properties = readPart(top.get("core-properties") ?? "docProps/core.xml");
    return { document, properties, ...readInnerParts(readPart, name) };
  }
  throw new UnreadableFile("The file holds no Word document; save it again as .docx.");
}

function readInnerParts(
  readPart: ReadPart,
  main: string,
): Omit<DocxParts, "document" | "properties"> {
  const folder = findFolder(main);
  const relations = resolvePartName(folder, `_rels/${main.slice(folder.length)}.rels`);
  const targets = readTargets(readPart, relations, folder);
  const read = (type: string): Element | null =>
    readPart(targets.get(type) ?? resolvePartName(folder, `${type}.xml`));
  return {
    styles: read("styles"),
    numbering: read("numbering"),
    footnotes: read("footnotes"),
    endnotes: read("endnotes"),
  };
}

/** Names of related parts by the last word of the relation's type, which strict and usual files share. */
function readTargets(readPart: ReadPart, name: string, folder: string): Targets {
  const root = readPart(name);
  const targets = new Map<string, string>();
  for (const relation of root ? listChildren(root, "Relationship") : []) {
    const target = readAttribute(relation, "Target");
    if (target === null || readAttribute(relation, "TargetMode") === "External") continue;
    const type = readAttribute(relation, "Type")?.split("/").at(-1) ?? "";
    if (!targets.has(type)) targets.set(type, resolvePartName(folder, target));
  }
  return targets;
}
