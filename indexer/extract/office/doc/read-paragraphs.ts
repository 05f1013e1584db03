import type { WordParagraph } from "./paragraph.ts";
import { PropertyReader, type ParagraphProperties } from "./paragraph-properties.ts";
import { findRun, listParagraphRuns, type PropertyRun } from "./property-runs.ts";
import { readShownText } from "./read-shown-text.ts";
import type { WordText } from "./read-text.ts";
import type { WordBinary } from "./word-binary.ts";

/** Characters that end a paragraph: a mark of its own, of a cell or row, of a page or section. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const marks = /[\r\u0007\f]/gu;
const cellMark = "\u0007";
const none: ParagraphProperties = {
  depth: 0,
  endsCell: false,
  endsRow: false,
  row: null,
  list: 0,
  level: 0,
  heading: null,
  isContents: false,
};

/** Reads the paragraphs between two characters of the text. */
export class ParagraphReader {
  readonly #text: WordText;
  readonly #runs: readonly PropertyRun[];
  readonly #properties: PropertyReader;
  readonly #known = new Map<PropertyRun, ParagraphProperties>();
  #piece = 0;

  constructor(binary: WordBinary, text: WordText) {
    this.#text = text;
    this.#runs = listParagraphRuns(binary);
    this.#properties = new PropertyReader(binary);
  }

  read(from: number, to: number): readonly WordParagraph[] {
    const paragraphs: WordParagraph[] = [];
    const end = Math.min(to, this.#text.text.length);
    let start = from;
    while (start < end) {
      marks.lastIndex = start;
      const mark = Math.min(marks.exec(this.#text.text)?.index ?? end, end);
      paragraphs.push(this.#readParagraph(start, mark));
      start = mark + 1;
    }
    return paragraphs.filter(({ isContents }) => !isContents);
  }

  #readParagraph(start: number, mark: number): WordParagraph {
    const properties = this.#readProperties(mark);
    const sign = this.#text.text.charAt(mark);
    const isCell = properties.depth > 0 && (sign === cellMark || properties.endsCell);
    const end = isCell ? "cell" : "paragraph";
    return {
      ...properties,
      ...readShownText(this.#text, start, mark),
      isJoined: end === "paragraph" && sign === "\r" && this.#text.hidden[mark] === 1,
      ends: properties.depth > 0 && properties.endsRow ? "row" : end,
    };
  }

  #readProperties(at: number): ParagraphProperties {
    const run = findRun(this.#runs, this.#findByte(at));
    if (!run) return none;
    const known = this.#known.get(run) ?? this.#properties.read(run);
    this.#known.set(run, known);
    return known;
  }

  /** The place of a character in the stream. Paragraphs come in order, so the search goes on where it was. */
  #findByte(at: number): number {
    const { pieces } = this.#text;
    if (at < (pieces[this.#piece]?.from ?? 0)) this.#piece = 0;
    while (at >= (pieces[this.#piece]?.to ?? Infinity)) this.#piece++;
    const piece = pieces[this.#piece];
    return piece ? piece.at + piece.width * (at - piece.from) : -1;
  }
}
