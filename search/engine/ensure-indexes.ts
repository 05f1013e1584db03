import type { Settings } from "meilisearch";
import { isDeepStrictEqual } from "node:util";
import { buildIndexSettings, indexNames, type IndexName } from "../documents/index-settings.ts";
import { writePatience, type EngineClient } from "./engine-client.ts";
import { EngineRefused } from "./engine-errors.ts";
import { waitForTasks } from "./wait-for-tasks.ts";

/** Makes the indexes that are missing, and changes settings only where they differ: a change indexes everything again. */
export async function ensureIndexes(engine: EngineClient): Promise<void> {
  for (const name of indexNames) await ensureIndex(engine, name, name);
}

/** Makes an index under any name, with the settings of `like`. */
export async function ensureIndex(
  engine: EngineClient,
  uid: string,
  like: IndexName,
): Promise<void> {
  const wanted = buildIndexSettings(like);
  const present = await fetchSettings(engine, uid);
  if (present !== null && agrees(wanted, present)) return;
  if (present === null) await createIndex(engine, uid);
  const { taskUid } = await engine.call(
    (client) => client.index(uid).updateSettings(wanted),
    writePatience,
  );
  await waitForTasks(engine, [taskUid]);
}

/** Another process may be first: an index that is there by then is what we want. */
async function createIndex(engine: EngineClient, uid: string): Promise<void> {
  const { taskUid } = await engine.call(
    (client) => client.createIndex(uid, { primaryKey: "id" }),
    writePatience,
  );
  try {
    await waitForTasks(engine, [taskUid]);
  } catch (error) {
    if (!(error instanceof EngineRefused && error.code === "index_already_exists")) throw error;
  }
}

/** Deletes indexes; one that does not exist is no error. */
export async function deleteIndexes(engine: EngineClient, uids: readonly string[]): Promise<void> {
  for (const uid of uids) {
    if ((await fetchSettings(engine, uid)) === null) continue;
    const { taskUid } = await engine.call((client) => client.deleteIndex(uid), writePatience);
    await waitForTasks(engine, [taskUid]);
  }
}

async function fetchSettings(engine: EngineClient, uid: string): Promise<Settings | null> {
  try {
    return await engine.call((client) => client.index(uid).getSettings(), writePatience);
  } catch (error) {
    if (error instanceof EngineRefused && error.code === "index_not_found") return null;
    throw error;
  }
}

/** Lists whose order means nothing: the engine gives them back sorted. */
const unordered: ReadonlySet<string> = new Set([
  "sortableAttributes",
  "disableOnAttributes",
  "separatorTokens",
]);

/** Whether the engine has every wanted value; what it adds of its own is its business. */
function agrees(wanted: unknown, present: unknown, key = ""): boolean {
  if (unordered.has(key)) return isDeepStrictEqual(sortStrings(wanted), sortStrings(present));
  if (!isRecord(wanted) || !isRecord(present)) return isDeepStrictEqual(wanted, present);
  if (Object.keys(wanted).length === 0) return Object.keys(present).length === 0;
  return Object.entries(wanted).every(([name, value]) => agrees(value, present[name], name));
}

function sortStrings(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String).sort() : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
