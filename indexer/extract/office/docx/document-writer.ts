import { isTag, type Element } from "domhandler";
import { findChild, listChildren, readAttribute } from "../../zip/xml-element.ts";
import { readContent, readLocalName, readValue } from "../../zip/xml-element.ts";
import { writeParagraph, writeTable, writeWords } from "../write-html.ts";
import { readHeadingLevel, type DocxStyle } from "./read-styles.ts";
import { listTableRows, readTableRow } from "./read-table-row.ts";
import type { ParagraphNumbers } from "./paragraph-numbers.ts";

export interface WriterParts {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly numbers: ParagraphNumbers;
}

const skipped = new Set(["del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "sectPr", "rt"]);
const breaks = new Set(["br", "cr"]);

/**
 * Writes the words of a document as HTML. Automatic numbers become text, text boxes of every notation follow their
 * paragraph, and deleted and hidden words, pictures and tables of contents go.
 */
export class DocumentWriter {
  readonly #parts: WriterParts;
  readonly #boxes: Element[] = [];
  #html = "";
  #carried = "";
  #pictures = 0;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  get html(): string {
    return this.#html;
  }

  /** Pictures that stand in the text: what they show is not read. */
  get pictures(): number {
    return this.#pictures;
  }

  /** Writes the paragraphs and tables of the body, a note or a cell. */
  writeBlocks(parent: Element): void {
    this.#writeChildren(parent);
    this.#html += writeParagraph(this.#carried, null);
    this.#carried = "";
  }

  #writeChildren(parent: Element): void {
    for (const child of parent.children) if (isTag(child)) this.#write(child);
  }

  #write(element: Element): void {
    const name = readLocalName(element);
    if (skipped.has(name)) return;
    if (name === "p") this.#writeParagraph(element);
    else if (name === "r") this.#writeRun(element);
    else if (name === "t") this.#html += writeWords(readContent(element));
    else if (breaks.has(name)) this.#writeBreak(element);
    else if (name === "tab" || name === "ptab") this.#html += writeWords(" ");
    else if (name === "noBreakHyphen") this.#html += writeWords("-");
    else if (name === "sym") this.#writeSymbol(element);
    else if (name === "tbl") this.#writeTable(element);
    else if (name === "AlternateContent") this.#writeAlternative(element);
    else if (name === "footnote" || name === "endnote") this.#boxes.push(element);
    else if (name === "drawing" || name === "pict" || name === "object") this.#keepBoxes(element);
    else this.#writeChildren(element);
  }

  #writeParagraph(paragraph: Element): void {
    const { styles, numbers } = this.#parts;
    const style = styles.get(readValue(paragraph, "pPr", "pStyle") ?? "");
    if (style && /^toc \d/iu.test(style.name)) return;
    const heading = readHeadingLevel(styles, paragraph);
    const isJoined = findChild(paragraph, "pPr", "rPr", "del") !== null;
    const outer = { html: this.#html, boxes: this.#boxes.splice(0) };
    this.#html = this.#carried + writeWords(numbers.countNext(paragraph));
    this.#carried = "";
    this.#writeChildren(paragraph);
    const words = this.#html;
    this.#html = outer.html;
    if (isJoined) this.#carried = words;
    else this.#html += writeParagraph(words, heading);
    for (const box of this.#boxes.splice(0)) this.writeBlocks(box);
    this.#boxes.push(...outer.boxes);
  }

  #writeRun(run: Element): void {
    const vanish = findChild(run, "rPr", "vanish");
    const isHidden =
      vanish !== null && !/^(?:0|false|off)$/u.test(readAttribute(vanish, "val") ?? "");
    if (!isHidden) this.#writeChildren(run);
  }

  #writeBreak(element: Element): void {
    const type = readAttribute(element, "type") ?? "textWrapping";
    if (type === "textWrapping") this.#html += writeWords("\n");
  }

  /** Signs of symbol fonts lie in the private area, where they mean nothing without the font. */
  #writeSymbol(element: Element): void {
    const code = Number.parseInt(readAttribute(element, "char") ?? "", 16);
    if (code > 0x20 && code < 0xd800) this.#html += writeWords(String.fromCharCode(code));
  }

  #writeTable(table: Element): void {
    const before = this.#html;
    const rows = listTableRows(table).map((row) =>
      readTableRow(row).map(({ content, columns, merge }) => {
        this.#html = "";
        if (content) this.writeBlocks(content);
        return { content: this.#html, columns, merge };
      }),
    );
    this.#html = before + writeTable(rows);
  }

  /** The same drawing in a newer and an older notation: only one of them is shown. */
  #writeAlternative(element: Element): void {
    const choice = findChild(element, "Choice");
    const fallback = findChild(element, "Fallback");
    const isEmpty = !choice || listOutermost(choice, ["txbxContent"]).length === 0;
    const shown = isEmpty ? (fallback ?? choice) : choice;
    if (shown) this.#writeChildren(shown);
  }

  #keepBoxes(drawing: Element): void {
    const boxes = listOutermost(drawing, ["txbxContent"]);
    this.#boxes.push(...boxes);
    const pictures = listOutermost(drawing, ["blip", "imagedata"]);
    this.#pictures += pictures.length;
  }
}

/** The elements of these names below a root that stand in no other of them. */
function listOutermost(root: Element, names: readonly string[]): readonly Element[] {
  return listChildren(root).flatMap((child) =>
    names.includes(readLocalName(child)) ? [child] : listOutermost(child, names),
  );
}
