import { writeParagraph, writeTable, writeWords } from "../write-html.ts";
import { layOutRows, type TableRow } from "./lay-out-rows.ts";
import type { WordParagraph } from "./paragraph.ts";

/** Writes the paragraphs with the tables that they form as HTML. */
export function writeParagraphs(paragraphs: readonly WordParagraph[]): string {
  return new ParagraphWriter(paragraphs).write();
}

class ParagraphWriter {
  readonly #paragraphs: readonly WordParagraph[];
  #at = 0;
  #carried = "";

  constructor(paragraphs: readonly WordParagraph[]) {
    this.#paragraphs = paragraphs;
  }

  write(): string {
    const parts: string[] = [];
    for (let next = this.#next(); next; next = this.#next())
      parts.push(next.depth > 0 ? this.#writeTable(1) : this.#writeParagraph(next));
    return parts.join("") + writeParagraph(this.#carried, null);
  }

  #next(): WordParagraph | undefined {
    return this.#paragraphs[this.#at];
  }

  #writeParagraph(paragraph: WordParagraph): string {
    this.#at++;
    const words = this.#carried + writeWords(paragraph.text);
    this.#carried = paragraph.isJoined ? words : "";
    return paragraph.isJoined ? "" : writeParagraph(words, paragraph.heading);
  }

  /** The rows that follow at this depth of tables: a row ends with a mark that tells its cells. */
  #writeTable(depth: number): string {
    const rows: TableRow[] = [];
    let cells: string[] = [];
    let content = "";
    for (let next = this.#next(); next && next.depth >= depth; next = this.#next()) {
      if (next.depth > depth) content += this.#writeTable(depth + 1);
      else if (next.ends === "row") {
        this.#at++;
        rows.push({ cells, definition: next.row });
        cells = [];
        content = "";
      } else {
        content += this.#writeParagraph(next);
        if (next.ends === "cell") cells.push(content);
        if (next.ends === "cell") content = "";
      }
    }
    if (content !== "") cells.push(content);
    if (cells.length > 0) rows.push({ cells, definition: null });
    return writeTable(layOutRows(rows));
  }
}
