import { utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { findCovered } from "../indexer/extract/office/workbook/find-covered.ts";
import {
  buildKey,
  listVisibleCells,
  type VisibleCells,
} from "../indexer/extract/office/workbook/visible-cells.ts";
import { escapeHtml, markAttributes, type ShownPart } from "./build-document.ts";
import { choosePage } from "./choose-page.ts";
import type { Wish } from "./original-job.ts";

/** Rows and columns that are shown at most, around the cell. */
const most = { rows: 400, columns: 60 };

/** A sheet of a workbook as a table with its cell marked. Hidden sheets, rows and columns are not shown. */
export function showWorkbook(book: WorkBook, { at, page }: Wish): ShownPart {
  const names = book.SheetNames.filter(
    (name, index) => book.Sheets[name] && !book.Workbook?.Sheets?.[index]?.Hidden,
  );
  const place = at?.in === "sheet" ? at : null;
  const marked = place ? names.indexOf(place.sheet) + 1 : 0;
  const pages = choosePage({ wanted: page, marked: marked || null, count: names.length });
  const sheet = book.Sheets[names[pages.shown - 1] ?? ""];
  if (!sheet) throw new TypeError("the workbook has no sheet to show");
  const cell = place && marked === pages.shown ? place.cell : null;
  const body = new SheetWriter(sheet, cell).write();
  const isMarked = cell !== null && body.includes(markAttributes);
  return { body, isMarked, pages: { ...pages, names } };
}

class SheetWriter {
  readonly #cell: string | null;
  readonly #visible: VisibleCells;
  readonly #rows: readonly number[];
  readonly #columns: readonly number[];

  constructor(sheet: WorkSheet, cell: string | null) {
    this.#cell = cell;
    this.#visible = listVisibleCells(sheet);
    const place = cell === null ? null : this.#findPlace(cell);
    const cells = this.#visible.cells;
    this.#rows = takeAround([...cells.map(({ row }) => row), place?.row], place?.row, most.rows);
    this.#columns = takeAround(
      [...cells.map(({ column }) => column), place?.column],
      place?.column,
      most.columns,
    );
  }

  /** Where a cell is seen: the first visible place of those that it is merged with. */
  #findPlace(cell: string): { readonly row: number; readonly column: number } {
    const shown = this.#visible.cells.find(({ address }) => address === cell);
    const { r, c } = utils.decode_cell(cell);
    return shown ?? { row: Math.max(0, r), column: Math.max(0, c) };
  }

  write(): string {
    const heads = this.#columns.map((column) => `<th scope="col">${utils.encode_col(column)}</th>`);
    const rows = this.#writeRows();
    return `<div class="gk-scroll" tabindex="0"><table class="gk-grid"><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${rows}</tbody></table></div>`;
  }

  #writeRows(): string {
    const [rows, columns] = [this.#rows, this.#columns];
    const { cells, merges } = this.#visible;
    const covered =
      findCovered({ rows, columns, most: 8 * most.rows * most.columns }, merges) ?? new Set();
    const texts = new Map(cells.map((cell) => [buildKey(cell), cell]));
    const spans = new Map(merges.map(({ range, first }) => [first ? buildKey(first) : "", range]));
    return rows
      .map((row, y) => {
        const written = columns.map((column, x) => {
          if (covered.has(y * columns.length + x)) return "";
          const key = buildKey({ row, column });
          const own = utils.encode_cell({ r: row, c: column });
          const { text = "", address = own } = texts.get(key) ?? {};
          const mark = address === this.#cell ? ` ${markAttributes}` : "";
          return `<td${mark}${this.#writeSpans(spans.get(key))}>${escapeHtml(text)}</td>`;
        });
        return `<tr><th scope="row">${row + 1}</th>${written.join("")}</tr>`;
      })
      .join("");
  }

  #writeSpans(range: VisibleCells["merges"][number]["range"] | undefined): string {
    if (!range) return "";
    const count = (list: readonly number[], from: number, to: number): number =>
      list.filter((number) => number >= from && number <= to).length;
    const across = count(this.#columns, range.s.c, range.e.c);
    const down = count(this.#rows, range.s.r, range.e.r);
    return `${across > 1 ? ` colspan="${across}"` : ""}${down > 1 ? ` rowspan="${down}"` : ""}`;
  }
}

/** The numbers in order, each once; of many, those around one of them. */
function takeAround(
  numbers: readonly (number | undefined)[],
  centre: number | undefined,
  count: number,
): readonly number[] {
  const sorted = [...new Set(numbers.filter((number) => number !== undefined))].sort(
    (a, b) => a - b,
  );
  const at = centre === undefined ? 0 : sorted.indexOf(centre);
  const start = Math.max(0, Math.min(at - (count >> 1), sorted.length - count));
  return sorted.slice(start, start + count);
}
