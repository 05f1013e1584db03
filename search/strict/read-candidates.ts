import type { Engine, EngineQuery } from "../engine/engine.ts";
import { maxReachableHits } from "../query.ts";
import { buildRegionAttribute, regionLevels } from "../filters/region-levels.ts";
import { sumSections } from "./sum-sections.ts";

/** What is read for a block of hits: `fields` of each, of every report only one where `byReport`. */
export interface CandidateQuestion {
  readonly text: string;
  readonly filter: readonly string[];
  readonly fields: readonly string[];
  readonly byReport: boolean;
}

type Asker = Pick<Engine, "multiSearch">;

const blockSize = 500;
/** By these, what is more than the engine pages through is parted; the first two no section lacks. */
const attributes = [
  "year",
  "section",
  ...regionLevels.map((level) => buildRegionAttribute(level)),
  "kind",
  "findings",
];

/** How many sections the engine finds. */
export async function countCandidates(asked: CandidateQuestion, engine: Asker): Promise<number> {
  const [answer] = await engine.multiSearch([{ ...build(asked), facets: ["section"] }]);
  return sumSections(answer);
}

/**
 * Reads all hits block by block, so that no more than one is held, however many there are. Gives null at the end of what
 * could be read where a part cannot be made small enough. @throws EngineUnavailable, EngineRefused
 */
export async function* readCandidates(
  asked: CandidateQuestion,
  engine: Asker,
  depth = 0,
): AsyncGenerator<readonly unknown[] | null> {
  const found = await countCandidates(asked, engine);
  if (found > maxReachableHits) {
    yield* readParts(asked, engine, depth);
    return;
  }
  for (let offset = 0; offset < found; offset += blockSize) {
    const [answer] = await engine.multiSearch([
      { ...build(asked), offset, limit: blockSize, fields: asked.fields },
    ]);
    const hits = answer?.hits ?? [];
    yield hits;
    // One of each report are fewer than the sections.
    if (hits.length < blockSize) return;
  }
}

async function* readParts(
  asked: CandidateQuestion,
  engine: Asker,
  depth: number,
): AsyncGenerator<readonly unknown[] | null> {
  const attribute = attributes[depth];
  if (attribute === undefined) {
    yield null;
    return;
  }
  const [answer] = await engine.multiSearch([{ ...build(asked), facets: [attribute] }]);
  const values = Object.keys(answer?.facets[attribute] ?? {});
  const conditions = values.map((value) => `${attribute} = ${JSON.stringify(value)}`);
  for (const condition of [...conditions, `${attribute} NOT EXISTS`])
    yield* readCandidates({ ...asked, filter: [...asked.filter, condition] }, engine, depth + 1);
}

function build({ text, filter, byReport }: CandidateQuestion): EngineQuery {
  return {
    index: "sections",
    text,
    strategy: "all",
    attributes: null,
    filter,
    facets: [],
    sort: [],
    distinct: byReport ? "reportId" : null,
    offset: 0,
    limit: 0,
    fields: ["id"],
  };
}
