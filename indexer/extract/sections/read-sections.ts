import type { TableKey } from "../../../corpus/fact.ts";
import type { Block } from "../page/page.ts";
import type { RawTable } from "../tables/cell.ts";
import { recognizeTables } from "../tables/recognize-table.ts";
import { buildSections, type SectionReading } from "./build-sections.ts";
import { chooseHeadings } from "./choose-headings.ts";
import { isDownloadHeading } from "./download-list.ts";
import { findHeadings } from "./find-headings.ts";
import type { Heading } from "./heading.ts";

/** What is known of the page before its sections are cut. */
export interface SectionInput {
  readonly blocks: readonly Block[];
  readonly tables: readonly RawTable[];
  /** Blocks that print the title of the report. */
  readonly titles: readonly number[];
  /** Blocks of the metadata block. */
  readonly metadata: ReadonlySet<number>;
}

/** Tables and repeated titles beyond this many weigh nothing. */
const mostWeighed = 60;
const shortestIntroduction = 30;

/** Finds the headings of the top level and cuts the page at them. */
export function readSections(input: SectionInput): SectionReading {
  const headings = findSectionHeadings(input);
  const { blocks, tables, titles, metadata } = input;
  const start = findStart(input, headings[0]?.from ?? blocks.length);
  return buildSections({
    blocks,
    tables: new Map(tables.map((table) => [table.from, table])),
    headings,
    skipped: new Set([...titles, ...metadata]),
    start,
  });
}

/** The best chain of headings (see `chooseHeadings`). */
export function findSectionHeadings({ blocks, tables, titles }: SectionInput): readonly Heading[] {
  const covered = new Set<number>();
  for (const { from, to } of tables) for (let at = from; at <= to; at++) covered.add(at);
  const placed = tables
    .slice(0, mostWeighed)
    .flatMap(({ from, rows }) =>
      [...recognizeTables(rows.flat())].map((key: TableKey) => ({ from, key })),
    );
  const headings = findHeadings(blocks, (at) => covered.has(at));
  return chooseHeadings(
    headings.filter((heading) => !isDownloadHeading(heading, blocks, covered)),
    { tables: placed, titles: titles.slice(0, mostWeighed), end: blocks.length },
  );
}

/**
 * The report begins behind its title: what stands before is the frame of the page or a summary of it.
 * Where the title is printed several times, behind the last one that an introduction follows.
 */
function findStart({ blocks, titles, metadata }: SectionInput, firstHeading: number): number {
  const before = titles.filter((at) => at < firstHeading);
  const introduced = before.findLast((title) => {
    let length = 0;
    for (let at = title + 1; at < firstHeading; at++) {
      const block = blocks[at];
      if (block?.kind === "line" && !metadata.has(at) && !titles.includes(at))
        length += block.text.length;
    }
    return length >= shortestIntroduction;
  });
  return (introduced ?? before.at(-1) ?? -1) + 1;
}
