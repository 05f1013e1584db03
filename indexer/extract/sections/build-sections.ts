import type { Section } from "../../../corpus/section.ts";
import type { Block } from "../page/page.ts";
import type { RawTable } from "../tables/cell.ts";
import type { Heading } from "./heading.ts";
import { isEndMark, isPageChrome } from "./page-chrome.ts";

/**
 * What sections are cut from. `skipped` are blocks that are not part of the report's text (its title repeated,
 * the metadata block); `start` is the block that the report begins at.
 */
export interface SectionSource {
  readonly blocks: readonly Block[];
  /** Tables by the block they begin at. */
  readonly tables: ReadonlyMap<number, RawTable>;
  readonly headings: readonly Heading[];
  readonly skipped: ReadonlySet<number>;
  readonly start: number;
}

export interface SectionReading {
  readonly preamble: string | null;
  readonly sections: readonly Section[];
}

/** Cuts the page at its headings. Prose and table rows stay in reading order, a line each. */
export function buildSections(source: SectionSource): SectionReading {
  const { headings, blocks, start } = source;
  const first = headings[0]?.from ?? blocks.length;
  const preamble = buildPreamble(source, start, first);
  const sections = headings.map((heading, index) => {
    const next = headings[index + 1]?.from ?? blocks.length;
    const isLast = index === headings.length - 1;
    const lines = listLines(source, { from: heading.to + 1, to: next, isLast });
    const text = [heading.rest, ...lines].filter((line) => line !== "").join("\n");
    return { kind: heading.kind ?? ("unknown" as const), heading: heading.text, text };
  });
  return { preamble, sections };
}

/** The words before the first heading; a paragraph or heading that is printed twice is kept once or not at all. */
function buildPreamble(source: SectionSource, from: number, to: number): string | null {
  const headings = new Set(source.headings.map(({ text }) => text.replace(/\s/gu, "")));
  const lines = listLines(source, { from, to, isLast: source.headings.length === 0 });
  const kept = [...new Set(lines)].filter((line) => !headings.has(line.replace(/\s/gu, "")));
  return kept.length > 0 ? kept.join("\n") : null;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
}

function listLines(source: SectionSource, { from, to, isLast }: Range): readonly string[] {
  const lines: string[] = [];
  for (let at = from; at < to; at++) {
    const block = source.blocks[at];
    const table = findFlatTable(source.tables, at);
    if (table) {
      for (const row of listRows(table.rows)) lines.push(row);
      at = table.to;
    } else if (block?.kind === "grid") {
      if (source.skipped.has(at)) continue;
      for (const row of listRows(block.rows)) lines.push(row);
    } else if (block) {
      if (isLast && isEndMark(block.text)) break;
      const isDropped = source.skipped.has(at) || isPageChrome(block.text);
      if (!isDropped) lines.push(joinCells(block.text));
    }
  }
  return lines.filter((line) => line !== "");
}

/** A table of flat text that begins at a block. Tables with cells of their own are grids. */
function findFlatTable(tables: ReadonlyMap<number, RawTable>, at: number): RawTable | null {
  const table = tables.get(at);
  const first = table?.rows[0]?.[0];
  if (!table || !first || first.isGrid) return null;
  return first.origin.in !== "html" || table.to > table.from ? table : null;
}

function listRows(rows: readonly (readonly { readonly text: string }[])[]): readonly string[] {
  return rows.map((cells) =>
    cells
      .map(({ text }) => text)
      .filter((text) => !/^[\s|]*$/u.test(text))
      .join("  "),
  );
}

/** A line with tabs outside any official table: its cells as those of tables. */
function joinCells(line: string): string {
  const cells = line.split("\t").map((cell) => cell.trim());
  return cells.filter((cell) => cell !== "").join("  ");
}
