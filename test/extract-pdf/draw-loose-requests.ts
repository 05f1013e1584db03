import type { FormBlock, FormRow } from "../../corpus/forms/form.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { drawText } from "./write-pdf.ts";

/** How table 3 of form 2021 is drawn without lines. */
export interface LooseStyle {
  /** The lines of a cell. */
  readonly cell: (row: string, column: string) => readonly string[];
  readonly side?: "middle" | "top";
  /** Space between rows, in points. */
  readonly padding?: number;
  /** The words of a label, where they are not those of the form; none leave the row out. */
  readonly label?: (row: FormRow) => string | null;
}

/** The page that holds the table, in points. */
export const pageHeight = 1_200;
const size = 9;
const step = 12;
const xs = { outer: 50, inner: 86, labels: 122, numbers: 220, column: 46 };

/** Operators that print the table from the top of a page down. */
export function drawLooseRequests(style: LooseStyle): string {
  const block = findBlock();
  const drawer = new RowDrawer(style);
  const heads = block.columns.map(({ label }) => wrap(label, 4));
  const head = drawStack(wrap("申请人情况", 9), xs.numbers, pageHeight - 50);
  const group = drawStack(["法人或其他组织"], xs.numbers + xs.column, pageHeight - 70);
  const leaves = heads.map((lines, at) =>
    drawStack(lines, xs.numbers + at * xs.column, pageHeight - 90),
  );
  const rows = block.rows.map((row) => drawer.draw(block, row));
  return [head, group, ...leaves, ...rows, ...drawer.drawGroups()].join("");
}

function findBlock(): FormBlock {
  const block = form2021.tables.find(({ key }) => key === "requests")?.blocks[0];
  if (!block) throw new Error("The form has table 3.");
  return block;
}

/** Draws rows downwards and keeps where each group begins and ends. */
class RowDrawer {
  readonly #style: LooseStyle;
  readonly #groups = new Map<string, { depth: number; top: number; bottom: number }>();
  #top = pageHeight - 120;

  constructor(style: LooseStyle) {
    this.#style = style;
  }

  draw({ columns }: FormBlock, row: FormRow): string {
    const { cell, label, side = "middle", padding = 4 } = this.#style;
    const words = label ? label(row) : `${row.number ?? ""}${row.label}`;
    if (words === null) return "";
    const groups = row.groups ?? [];
    const x = [xs.outer, xs.inner, xs.labels][groups.length] ?? xs.labels;
    const lines = wrap(words, Math.floor((xs.numbers - 10 - x) / size));
    const cells = columns.map((column) => cell(row.key, column.key));
    const most = Math.max(lines.length, ...cells.map((own) => own.length));
    const place = (own: readonly string[]): number =>
      this.#top - (side === "top" ? 0 : ((most - own.length) / 2) * step);
    const drawn = [
      drawStack(lines, x, place(lines)),
      ...cells.map((own, column) => drawStack(own, xs.numbers + column * xs.column, place(own))),
    ];
    const bottom = this.#top - (most - 1) * step;
    for (const [depth, group] of groups.entries()) {
      const { top } = this.#groups.get(group) ?? { top: this.#top };
      this.#groups.set(group, { depth, top, bottom });
    }
    this.#top = bottom - step - padding;
    return drawn.join("");
  }

  /** Groups stand in the middle of their rows. */
  drawGroups(): readonly string[] {
    return [...this.#groups].map(([group, { depth, top, bottom }]) => {
      const lines = wrap(group, 3);
      const first = (top + bottom) / 2 + ((lines.length - 1) / 2) * step;
      return drawStack(lines, depth === 0 ? xs.outer : xs.inner, first);
    });
  }
}

function drawStack(lines: readonly string[], x: number, top: number): string {
  return lines.map((line, at) => drawText(line, { x, y: top - at * step, size })).join("");
}

function wrap(text: string, most: number): readonly string[] {
  const count = Math.ceil(text.length / most);
  return Array.from({ length: count }, (_, at) => text.slice(at * most, (at + 1) * most));
}
