import { z } from "zod";
import type { EngineQuery } from "../engine/engine.ts";
import { maxReachableHits } from "../query.ts";
import { buildRegionAttribute, regionLevels } from "../filters/region-levels.ts";
import type { SearchParts } from "../search-parts.ts";
import { sumSections } from "../strict/sum-sections.ts";

const exportKeySchema = z.object({
  id: z.string(),
  reportId: z.string(),
  year: z.int(),
  position: z.int(),
});

/** What tells the place of a section in an export. */
export type ExportKey = Readonly<z.infer<typeof exportKeySchema>>;

/** Sections that one answer gives: all of a part at once, since pages of one part may be ranked differently. */
const partSize = 4_000;
/** By these, what is more than that is parted; the first two no section lacks. */
const attributes = ["year", "section", ...regionLevels.map(buildRegionAttribute), "kind"];

/** A part that nothing parts is more than the engine gives. */
export class ExportTooLarge extends Error {
  override readonly name = "ExportTooLarge";
}

/**
 * The sections that any of these questions finds, each once: the newest year first, of one year report by report, of a
 * report as they stand in it. @throws EngineUnavailable, EngineRefused, ExportTooLarge
 */
export async function loadExportKeys(
  asked: readonly EngineQuery[],
  engine: SearchParts["engine"],
): Promise<readonly ExportKey[]> {
  const keys = new Map<string, ExportKey>();
  for (const question of asked) {
    const own = { ...question, facets: [], sort: [], distinct: null, offset: 0, limit: 0 };
    for await (const part of readParts({ ...own, fields: ["id"] }, engine))
      for (const key of part) keys.set(key.id, key);
  }
  return [...keys.values()].toSorted(compareKeys);
}

async function* readParts(
  asked: EngineQuery,
  engine: SearchParts["engine"],
  depth = 0,
): AsyncGenerator<readonly ExportKey[]> {
  const attribute = attributes[depth];
  const facets = ["section", ...(attribute === undefined ? [] : [attribute])];
  const counted = await engine.search({ ...asked, facets });
  const found = sumSections(counted);
  if (found === 0) return;
  if (found > partSize && attribute !== undefined) {
    const values = Object.keys(counted.facets[attribute] ?? {});
    const conditions = values.map((value) => `${attribute} = ${JSON.stringify(value)}`);
    for (const condition of [...conditions, `${attribute} NOT EXISTS`])
      yield* readParts({ ...asked, filter: [...asked.filter, condition] }, engine, depth + 1);
    return;
  }
  if (found > maxReachableHits)
    throw new ExportTooLarge(
      `More than ${maxReachableHits} sections are alike in all: narrow the search.`,
    );
  const fields = Object.keys(exportKeySchema.shape);
  const { hits } = await engine.search({ ...asked, limit: maxReachableHits, fields });
  yield z.array(exportKeySchema).parse(hits);
}

function compareKeys(one: ExportKey, other: ExportKey): number {
  if (one.year !== other.year) return other.year - one.year;
  if (one.reportId === other.reportId) return one.position - other.position;
  return one.reportId < other.reportId ? -1 : 1;
}
