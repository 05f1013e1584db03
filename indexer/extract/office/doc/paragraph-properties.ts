import type { Buffer } from "node:buffer";
import type { RowDefinition } from "./paragraph.ts";
import { listProperties, type Property } from "./property-list.ts";
import type { PropertyRun } from "./property-runs.ts";
import { readRowDefinition } from "./read-row-definition.ts";
import { readStyleSheet, type WordStyle } from "./read-style-sheet.ts";
import type { WordBinary } from "./word-binary.ts";

/** What a paragraph's properties say of its place in tables and lists; `contents` is a line of a table of contents. */
export interface ParagraphProperties {
  readonly depth: number;
  readonly endsCell: boolean;
  readonly endsRow: boolean;
  readonly row: RowDefinition | null;
  readonly list: number;
  readonly level: number;
  readonly heading: number | null;
  readonly isContents: boolean;
}

const codes = {
  inTable: 0x2416,
  endsRow: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRow: 0x244c,
  list: 0x460b,
  level: 0x260a,
};
/** Their operand says where in the data stream a longer list of properties stands. */
const elsewhere = new Set([0x6645, 0x6646, 0x646b]);
const deepest = 20;

/** Reads the properties of paragraphs, those of their styles included ([MS-DOC] 2.6.2). */
export class PropertyReader {
  readonly #data: Buffer | null;
  readonly #styles: ReadonlyMap<number, WordStyle>;

  constructor(binary: WordBinary) {
    this.#data = binary.data;
    this.#styles = readStyleSheet(binary);
  }

  read({ style, list }: PropertyRun): ParagraphProperties {
    const own = [...listProperties(list)].flatMap((property) => this.#follow(property));
    const inherited = this.#listInherited(style);
    const value = (code: number, from: readonly Property[]): number | null => {
      const operand = from.findLast((property) => property.code === code)?.operand;
      return operand ? operand.readUIntLE(0, Math.min(4, operand.length)) : null;
    };
    const isInTable = value(codes.inTable, own) === 1;
    const builtIn = this.#styles.get(style)?.builtIn ?? 0;
    return {
      depth: Math.min(deepest, value(codes.depth, own) ?? (isInTable ? 1 : 0)),
      endsCell: value(codes.innerCell, own) === 1,
      endsRow: value(codes.endsRow, own) === 1 || value(codes.innerRow, own) === 1,
      row: readRowDefinition(own),
      list: value(codes.list, own) ?? value(codes.list, inherited) ?? 0,
      level: value(codes.level, own) ?? value(codes.level, inherited) ?? 0,
      heading: builtIn >= 1 && builtIn <= 6 ? builtIn : null,
      isContents: builtIn >= 19 && builtIn <= 27,
    };
  }

  #follow(property: Property): readonly Property[] {
    const { code, operand } = property;
    if (!elsewhere.has(code) || !this.#data || operand.length < 4) return [property];
    const at = operand.readUInt32LE(0);
    if (at + 2 > this.#data.length) return [];
    const size = this.#data.readUInt16LE(at);
    return [...listProperties(this.#data.subarray(at + 2, at + 2 + size))];
  }

  /** From the style that is furthest away to the paragraph's own: later ones win. */
  #listInherited(style: number): readonly Property[] {
    const lists: Property[][] = [];
    let at = this.#styles.get(style);
    for (let steps = 0; at && steps < deepest; steps++) {
      lists.unshift([...listProperties(at.list)]);
      at = this.#styles.get(at.basedOn);
    }
    return lists.flat();
  }
}
