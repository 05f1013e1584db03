import { indexNames, type IndexName } from "../documents/index-settings.ts";
import {
  openEngineClient,
  writePatience,
  type EngineAddress,
  type EngineClient,
} from "./engine-client.ts";
import { EngineRefused } from "./engine-errors.ts";
import type { DocumentsOf, Engine, EngineStats } from "./engine.ts";
import { ensureIndexes } from "./ensure-indexes.ts";
import { fetchAnswers } from "./fetch-answers.ts";
import { countDocuments, rebuildIndexes } from "./rebuild-indexes.ts";
import { waitForTasks } from "./wait-for-tasks.ts";
import { writeDocuments } from "./write-documents.ts";

/** The oldest engine that the settings and the queries were measured with. */
export const oldestVersion = "1.21.0";
const idsPerRequest = 10_000;

/**
 * Connects to an engine and checks its version and our key.
 * @throws EngineUnavailable where nothing answers, EngineRefused where the key or the version does not fit.
 */
export async function openEngine(address: EngineAddress): Promise<Engine> {
  const engine = openEngineClient(address);
  const version = await checkVersion(engine);
  return {
    url: engine.url,
    search: async (query) => {
      const [answer] = await fetchAnswers(engine, [query]);
      if (answer === undefined) throw new TypeError("The engine gave no answer to one question.");
      return answer;
    },
    multiSearch: (queries) => fetchAnswers(engine, queries),
    isHealthy: () => engine.call((client) => client.isHealthy(), 0),
    fetchStats: () => fetchStats(engine, version),
    ensureIndexes: () => ensureIndexes(engine),
    addDocuments: (index, documents) => addDocuments(engine, index, documents),
    deleteDocuments: (index, ids) => deleteDocuments(engine, index, ids),
    fetchChangedAt: (index) => fetchChangedAt(engine, index),
    countDocuments: (index) => countDocuments(engine, index),
    rebuild: (build) => rebuildIndexes(engine, build),
  };
}

async function checkVersion(engine: EngineClient): Promise<string> {
  const { pkgVersion } = await engine.call((client) => client.getVersion());
  if (isOlder(pkgVersion, oldestVersion)) {
    throw new EngineRefused(
      `The search engine at ${engine.url} is Meilisearch ${pkgVersion}: use ${oldestVersion} or a later 1.x.`,
      { code: "version" },
    );
  }
  return pkgVersion;
}

function isOlder(version: string, oldest: string): boolean {
  const [have, need] = [version, oldest].map((text) =>
    text.split(".").map((part) => Number.parseInt(part, 10)),
  );
  for (const index of [0, 1, 2]) {
    const difference = (have?.[index] ?? 0) - (need?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

async function fetchStats(engine: EngineClient, version: string): Promise<EngineStats> {
  const { databaseSize, indexes } = await engine.call((client) => client.getStats());
  const count = (index: IndexName): number => indexes[index]?.numberOfDocuments ?? 0;
  return {
    version,
    bytes: databaseSize,
    documents: { sections: count("sections"), reports: count("reports") },
    indexing: indexNames.some((index) => indexes[index]?.isIndexing === true),
  };
}

async function fetchChangedAt(engine: EngineClient, index: IndexName): Promise<string> {
  const { updatedAt } = await engine.call((client) => client.index(index).getRawInfo());
  return updatedAt;
}

async function addDocuments<Name extends IndexName>(
  engine: EngineClient,
  index: Name,
  documents: DocumentsOf<Name>,
): Promise<number> {
  const { taskIds, count } = await writeDocuments(engine, index, { documents });
  await waitForTasks(engine, taskIds);
  return count;
}

/** By ids, never by filter: a deletion by filter keeps the engine from merging what waits. */
async function deleteDocuments(
  engine: EngineClient,
  index: IndexName,
  ids: readonly string[],
): Promise<void> {
  const taskIds: number[] = [];
  for (let at = 0; at < ids.length; at += idsPerRequest) {
    const part = ids.slice(at, at + idsPerRequest);
    const { taskUid } = await engine.call(
      (client) => client.index(index).deleteDocuments(part),
      writePatience,
    );
    taskIds.push(taskUid);
  }
  await waitForTasks(engine, taskIds);
}
