import type { SectionKind } from "../../../corpus/section.ts";

export type HeadingStyle = "han" | "part" | "arabic" | "bracket" | "none";

/**
 * A line that could be the heading of a section. `from` and `to` are the blocks it takes up (`to` included),
 * `text` the heading as printed, `rest` what follows it in the same line; `kind` is null where no known title fits.
 */
export interface Heading {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly rest: string;
  readonly style: HeadingStyle;
  readonly number: number | null;
  readonly kind: SectionKind | null;
  readonly isExact: boolean;
}
