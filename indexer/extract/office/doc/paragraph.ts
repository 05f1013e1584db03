/**
 * A paragraph as a Word document stores it. `depth` is the number of tables it stands in; `ends` what its last
 * character ends: a cell or row of the innermost table, or the paragraph alone, which is joined with the next
 * where that character is deleted. `list` counts the lists from 1, 0 for none.
 */
export interface WordParagraph {
  readonly text: string;
  readonly pictures: number;
  readonly depth: number;
  readonly ends: "paragraph" | "cell" | "row";
  readonly isJoined: boolean;
  readonly row: RowDefinition | null;
  readonly list: number;
  readonly level: number;
  readonly heading: number | null;
  readonly isContents: boolean;
}

/** The cells of a row: the edges between them in twips (1/1440 inch), and how each is merged. */
export interface RowDefinition {
  readonly edges: readonly number[];
  readonly merges: readonly CellMerge[];
}

/** `left` where the cell goes on with the one to its left; `above` where it begins a merged cell or goes on. */
export interface CellMerge {
  readonly left: boolean;
  readonly above: "restart" | "continue" | null;
}
