import { indexNames, type IndexName } from "../documents/index-settings.ts";
import { writePatience, type EngineClient } from "./engine-client.ts";
import type { RebuildWriter } from "./engine.ts";
import { RebuildIncomplete } from "./engine-errors.ts";
import { deleteIndexes, ensureIndex, ensureIndexes } from "./ensure-indexes.ts";
import { waitForTasks } from "./wait-for-tasks.ts";
import { writeDocuments } from "./write-documents.ts";

/** The index that is built beside the live one. */
export function buildShadowName(index: IndexName): string {
  return `${index}_build`;
}

const shadows = indexNames.map((index) => buildShadowName(index));

/**
 * Builds all indexes beside the live ones and swaps them in one step; see `Engine.rebuild`.
 * What an interrupted rebuild left is deleted first; whatever fails, the live indexes stay as they are.
 */
export async function rebuildIndexes(
  engine: EngineClient,
  build: (writer: RebuildWriter) => Promise<void>,
): Promise<Readonly<Record<IndexName, number>>> {
  await ensureIndexes(engine);
  await deleteIndexes(engine, shadows);
  try {
    for (const index of indexNames) await ensureIndex(engine, buildShadowName(index), index);
    const counts = await fillShadows(engine, build);
    await swapShadows(engine);
    return counts;
  } finally {
    await deleteIndexes(engine, shadows);
  }
}

async function fillShadows(
  engine: EngineClient,
  build: (writer: RebuildWriter) => Promise<void>,
): Promise<Readonly<Record<IndexName, number>>> {
  const ids = { sections: new Set<string>(), reports: new Set<string>() };
  const taskIds: number[] = [];
  await build({
    addDocuments: async (index, documents) => {
      const onId = (id: string): unknown => ids[index].add(id);
      const written = await writeDocuments(engine, buildShadowName(index), { documents, onId });
      taskIds.push(...written.taskIds);
    },
  });
  await waitForTasks(engine, taskIds);
  for (const index of indexNames) {
    const held = await countDocuments(engine, buildShadowName(index));
    if (held === ids[index].size) continue;
    throw new RebuildIncomplete(
      `The rebuilt index ${index} holds ${held} of ${ids[index].size} documents: the old one stays in use; rebuild again.`,
    );
  }
  return { sections: ids.sections.size, reports: ids.reports.size };
}

async function swapShadows(engine: EngineClient): Promise<void> {
  const swaps = indexNames.map((index) => ({
    indexes: [index, buildShadowName(index)] satisfies [string, string],
    rename: false,
  }));
  const { taskUid } = await engine.call((client) => client.swapIndexes(swaps), 0);
  await waitForTasks(engine, [taskUid]);
}

/** How many documents an index holds, those still waiting to be indexed not among them. */
export async function countDocuments(engine: EngineClient, uid: string): Promise<number> {
  const stats = await engine.call((client) => client.index(uid).getStats(), writePatience);
  return stats.numberOfDocuments;
}
