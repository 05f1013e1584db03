import type { Element } from "domhandler";
import { ListCounter } from "../lists/list-counter.ts";
import { findChild, readAttribute, readValue } from "../../zip/xml-element.ts";
import { readNumbering, type DocxList } from "./read-numbering.ts";
import { readInherited, type DocxStyle } from "./read-styles.ts";

const noList = "0";

/** Numbers the paragraphs of a document, which must come in their order. */
export class ParagraphNumbers {
  readonly #styles: ReadonlyMap<string, DocxStyle>;
  readonly #lists: ReadonlyMap<string, DocxList>;
  readonly #counter = new ListCounter();

  constructor(styles: ReadonlyMap<string, DocxStyle>, numbering: Element | null) {
    this.#styles = styles;
    const listOfStyle = (id: string): string | null => styles.get(id)?.list ?? null;
    this.#lists = numbering ? readNumbering(numbering, listOfStyle) : new Map();
  }

  /** What Word prints before the paragraph (`一、`), or an empty text. */
  countNext(paragraph: Element): string {
    // Word 2003 writes the number that it printed into the file.
    const printed = readAttribute(findChild(paragraph, "pPr", "listPr", "t"), "val");
    return printed ?? this.#countListed(paragraph);
  }

  #countListed(paragraph: Element): string {
    const style = readValue(paragraph, "pPr", "pStyle") ?? "";
    const own = findChild(paragraph, "pPr", "numPr");
    const inherited = readInherited(this.#styles, style, "list");
    const id = (own && readValue(own, "numId")) ?? inherited?.value ?? noList;
    const list = this.#lists.get(id);
    if (!list || id === noList) return "";
    const printed = own && readAttribute(findChild(own, "ilvl"), "val");
    const level = printed === null ? this.#findLevel(list, inherited?.from ?? style) : printed;
    return this.#counter.countNext(list, Number(level));
  }

  /** A list names the style of each level; only where it does not, the style names its level. */
  #findLevel(list: DocxList, style: string): number {
    return list.styleLevels.get(style) ?? this.#styles.get(style)?.level ?? 0;
  }
}
