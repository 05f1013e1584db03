import type { Element } from "domhandler";
import { findChild, listChildren, readAttribute, readValue } from "../../zip/xml-element.ts";

/** What a style says of its paragraphs; null where it leaves that to the style it is based on. */
export interface DocxStyle {
  readonly name: string;
  readonly basedOn: string | null;
  readonly list: string | null;
  readonly level: number | null;
  readonly outline: number | null;
}

/** The styles of `word/styles.xml` by their id; the one for paragraphs without a style also under `""`. */
export function readStyles(root: Element): ReadonlyMap<string, DocxStyle> {
  const styles = new Map<string, DocxStyle>();
  for (const element of listChildren(root, "style")) {
    const style = readStyle(element);
    styles.set(readAttribute(element, "styleId") ?? "", style);
    const isDefault = /^(?:1|true|on)$/u.test(readAttribute(element, "default") ?? "");
    if (isDefault && readAttribute(element, "type") === "paragraph") styles.set("", style);
  }
  return styles;
}

function readStyle(element: Element): DocxStyle {
  const level = readValue(element, "pPr", "numPr", "ilvl");
  const outline = readValue(element, "pPr", "outlineLvl");
  return {
    name: readAttribute(findChild(element, "name"), "val") ?? "",
    basedOn: readValue(element, "basedOn"),
    list: readValue(element, "pPr", "numPr", "numId"),
    level: level === null ? null : Number(level),
    outline: outline === null ? null : Number(outline),
  };
}

/** A property of a style, or of the nearest style that it is based on. */
export function readInherited<Key extends "list" | "outline">(
  styles: ReadonlyMap<string, DocxStyle>,
  id: string,
  key: Key,
): { readonly value: DocxStyle[Key]; readonly from: string } | null {
  let at: string | null = id;
  for (let steps = 0; steps < 20 && at !== null; steps++) {
    const style: DocxStyle | undefined = styles.get(at);
    if (style && style[key] !== null) return { value: style[key], from: at };
    at = style?.basedOn ?? null;
  }
  return null;
}

/** The level of a heading from 1 to 6, by the style's name or its level in the outline, else null. */
export function readHeadingLevel(
  styles: ReadonlyMap<string, DocxStyle>,
  paragraph: Element,
): number | null {
  const id = readValue(paragraph, "pPr", "pStyle") ?? "";
  const name = /^heading ([1-6])$/iu.exec(styles.get(id)?.name ?? "")?.[1];
  if (name !== undefined) return Number(name);
  const own = readValue(paragraph, "pPr", "outlineLvl");
  const outline = own === null ? readInherited(styles, id, "outline")?.value : Number(own);
  return typeof outline === "number" && outline >= 0 && outline < 6 ? outline + 1 : null;
}
