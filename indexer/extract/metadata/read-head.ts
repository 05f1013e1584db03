import type { Block, Page } from "../page/page.ts";
import { findSectionHeadings } from "../sections/read-sections.ts";
import type { RawTable } from "../tables/cell.ts";
import { chooseTitle, listGivenTitles } from "./choose-title.ts";
import { findTitle, type ReportTitle } from "./find-title.ts";
import { readMetadata, type Metadata } from "./read-metadata.ts";
import { readMetadataFields } from "./read-metadata-fields.ts";

/** What stands above the text of a report. `marked` are the blocks of the body that are title or metadata. */
export interface Head {
  readonly title: ReportTitle | null;
  readonly metadata: Metadata;
  readonly marked: {
    readonly titles: readonly number[];
    readonly metadata: ReadonlySet<number>;
  };
}

/** Without headings the metadata block is looked for among so many blocks. */
const usualHead = 60;

/** Reads title and metadata. The metadata block stands above the first heading; the title may be printed again. */
export function readHead(page: Page, tables: readonly RawTable[]): Head {
  const { blocks, body } = page;
  const [first] = findSectionHeadings({ blocks: body, tables, titles: [], metadata: new Set() });
  const start = first ? body[first.from] : undefined;
  const limit = start ? blocks.indexOf(start) : usualHead;
  const fields = readMetadataFields(blocks, limit);
  const given = listGivenTitles(page, fields);
  const printed = findTitle(blocks, fields.blocks, given);
  const shift = body === blocks ? null : new Map(body.map((block, at) => [block, at] as const));
  const place = (at: number): number => (shift ? findShifted(blocks, at, shift) : at);
  return {
    title: chooseTitle(printed.title, given),
    metadata: readMetadata(page, fields),
    marked: {
      titles: printed.blocks.map(place).filter((at) => at >= 0),
      metadata: new Set([...fields.blocks].map(place).filter((at) => at >= 0)),
    },
  };
}

/** The place of a block of the page within its body, -1 for one outside. */
function findShifted(
  blocks: readonly Block[],
  at: number,
  places: ReadonlyMap<Block, number>,
): number {
  const block = blocks[at];
  return (block && places.get(block)) ?? -1;
}
