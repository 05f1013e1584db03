import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";

/** Where an embedded engine keeps what is its own, within the data folder. */
export interface EngineFolder {
  readonly root: string;
  readonly database: string;
  readonly key: string;
  readonly state: string;
  readonly lock: string;
  readonly logs: string;
  readonly log: string;
}

export function buildEngineFolder(dataFolder: string): EngineFolder {
  const data = resolve(dataFolder);
  const root = join(data, "engine");
  const logs = join(data, "logs");
  return {
    root,
    database: join(root, "meilisearch"),
    key: join(root, "master.key"),
    state: join(root, "engine.json"),
    lock: join(root, "engine.lock"),
    logs,
    log: join(logs, "meilisearch.log"),
  };
}

const processSchema = z.object({ pid: z.int(), startedAt: z.string() });

/** What other processes need to use a running engine; the key stays in its own file. */
export const engineStateSchema = z.object({
  url: z.url(),
  server: processSchema,
  owner: processSchema,
});
export type EngineState = Readonly<z.infer<typeof engineStateSchema>>;

export async function makeEngineFolder(folder: EngineFolder): Promise<void> {
  await mkdir(folder.logs, { recursive: true });
  await mkdir(folder.root, { recursive: true, mode: 0o700 });
}

/** The state as some process wrote it; null where there is none or it cannot be read. */
export async function loadEngineState(folder: EngineFolder): Promise<EngineState | null> {
  try {
    return engineStateSchema.parse(JSON.parse(await readFile(folder.state, "utf8")));
  } catch {
    return null;
  }
}

/** Replaces the state in one step, so no reader sees half of it. */
export async function writeEngineState(folder: EngineFolder, state: EngineState): Promise<void> {
  const next = `${folder.state}.next`;
  await writeFile(next, `${JSON.stringify(state, null, 2)}\n`);
  await rename(next, folder.state);
}

export async function removeEngineState(folder: EngineFolder): Promise<void> {
  await rm(folder.state, { force: true });
}

/** The master key of this data folder: random, made once, readable by its owner only. */
export async function loadEngineKey(folder: EngineFolder): Promise<string> {
  try {
    const key = (await readFile(folder.key, "utf8")).trim();
    if (key.length >= 16) {
      await chmod(folder.key, 0o600);
      return key;
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const key = randomBytes(32).toString("base64url");
  await rm(folder.key, { force: true });
  await writeFile(folder.key, `${key}\n`, { mode: 0o600, flag: "wx" });
  return key;
}
