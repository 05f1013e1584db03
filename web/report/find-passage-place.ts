import type { Mark, Marker } from "../../search/search-result.ts";
import type { GridCell } from "./grid-cell.ts";
import { splitCells, type TextLine, type TextPart } from "./section-lines.ts";
import type { ShownTable } from "./shown-table.ts";
import { sliceMarks } from "./slice-marks.ts";
import { buildGrid } from "./table-grid.ts";

/**
 * Where the page of a report shows the passage of a hit: a cell of a drawn table by its id, a line or a cell of the
 * section's text, or its heading where no word of the query stands in it. `at` is an offset in the line.
 */
export type PassagePlace =
  | { readonly in: "cell"; readonly cell: string }
  | { readonly in: "text"; readonly part: TextPart; readonly line: TextLine; readonly at: number }
  | { readonly in: "heading" };

/** A section as it is shown: its parts, and the tables that are drawn in place of its table parts. */
export interface ShownSection {
  readonly text: string;
  readonly parts: readonly TextPart[];
  readonly tables: readonly ShownTable[];
}

/** The id of the passage of a section, to which the address of a hit leads. */
export function buildPassageId(position: number): string {
  return `p${position}`;
}

/** Finds the first mark of the passage that a hit shows of a section. */
export function findPassagePlace(section: ShownSection, marker: Marker): PassagePlace {
  const passage = marker.findPassage(section.text);
  const anchor = passage && marker.findMarks(section.text).find(({ end }) => end > passage.start);
  if (!anchor) return { in: "heading" };
  for (const part of section.parts) {
    const line = listShownLines(part).find((shown) => sliceMarks([anchor], shown).length > 0);
    if (line === undefined) continue;
    const cell = part.kind === "table" ? findCell(section, anchor, marker) : null;
    if (cell !== null) return { in: "cell", cell };
    return { in: "text", part, line, at: Math.max(0, anchor.start - line.start) };
  }
  return { in: "heading" };
}

/** The pieces of a part that are shown each on its own. */
export function listShownLines({ kind, lines }: TextPart): readonly TextLine[] {
  return kind === "prose" ? lines : lines.flatMap(splitCells);
}

/** The first cell of the drawn tables with the same word, else the first with any word of the query. */
function findCell({ text, tables }: ShownSection, anchor: Mark, marker: Marker): string | null {
  const word = squeeze(text.slice(anchor.start, anchor.end));
  const marked = tables
    .flatMap(buildGrid)
    .flatMap(({ head, body }) => [...head, ...body].flat())
    .flatMap(readShownCell)
    .map((cell) => ({ ...cell, marks: marker.findMarks(cell.text) }))
    .filter(({ marks }) => marks.length > 0);
  const same = marked.find((cell) =>
    cell.marks.some(({ start, end }) => squeeze(cell.text.slice(start, end)) === word),
  );
  return (same ?? marked[0])?.id ?? null;
}

function readShownCell(cell: GridCell): readonly { readonly id: string; readonly text: string }[] {
  if (cell.kind === "header") return [{ id: cell.id, text: cell.text }];
  return cell.fact === null || cell.fact.value === null
    ? []
    : [{ id: cell.id, text: String(cell.fact.value) }];
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/gu, "");
}
