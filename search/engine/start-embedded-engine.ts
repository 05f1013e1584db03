import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedEngine } from "./embedded-engine.ts";
import { EngineDoesNotStart } from "./engine-errors.ts";
import {
  buildEngineFolder,
  loadEngineKey,
  loadEngineState,
  makeEngineFolder,
  removeEngineState,
  writeEngineState,
  type EngineFolder,
} from "./engine-state.ts";
import { withFolderLock } from "./folder-lock.ts";
import { isRunning, readOwnProcess, readProcess } from "./read-process.ts";
import { ServerKeeper } from "./server-keeper.ts";
import { SharedEngine } from "./shared-engine.ts";
import { answersWithKey, startOnPort } from "./start-server.ts";
import { stopProcess } from "./stop-process.ts";

/** What to run for which data folder. `report` hears, in sentences, when the server dies and comes back. */
export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly program: string;
  readonly report?: ((sentence: string) => void) | undefined;
}

/** What is needed to find or start a server: `port` where it must be a certain one. */
interface EngineNeed {
  readonly options: EmbeddedOptions;
  readonly folder: EngineFolder;
  readonly port: number | null;
}

/** Milliseconds. A start takes long where a large index is opened. */
const lockPatience = 150_000;
const leftoverGrace = 5000;
/** A server that died is back within a second or two. */
const sharedPatience = 30_000;

/**
 * Starts Meilisearch for a data folder, or uses the one that another process has started for it.
 * The server ends with the process that started it, however that ends, and is started again when it dies;
 * a process that shares it takes its place then. A leftover whose owner is gone is ended first.
 * @throws EngineDoesNotStart, FolderLocked
 */
export async function startEmbeddedEngine(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  const folder = buildEngineFolder(options.dataFolder);
  await makeEngineFolder(folder);
  return obtainEngine({ options, folder, port: null });
}

async function obtainEngine(need: EngineNeed): Promise<EmbeddedEngine> {
  const { folder } = need;
  return withFolderLock(folder.lock, lockPatience, async () => {
    const key = await loadEngineKey(folder);
    const url = await findShared(folder, key);
    if (url !== null) return buildShared(need, url, key);
    await endLeftover(folder);
    return startOwned(need, key);
  });
}

/**
 * The address of the server that another process keeps, or null where that process is gone. While it lives, its
 * server is not replaced, whatever happens: two servers on one database would destroy it.
 */
async function findShared(folder: EngineFolder, key: string): Promise<string | null> {
  const deadline = performance.now() + sharedPatience;
  for (;;) {
    const state = await loadEngineState(folder);
    if (state === null || !isRunning(state.owner)) return null;
    if (await answersWithKey(state.url, key)) return state.url;
    if (performance.now() > deadline) {
      throw new EngineDoesNotStart(
        `Process ${state.owner.pid} keeps the search engine of this data folder, which does not answer: wait for it to recover, or end that process.`,
        { log: folder.log },
      );
    }
    await sleep(100);
  }
}

function buildShared({ options, folder }: EngineNeed, url: string, key: string): EmbeddedEngine {
  return new SharedEngine({
    url,
    key,
    isKept: async () => {
      const state = await loadEngineState(folder);
      return state !== null && isRunning(state.owner);
    },
    takeOver: () => obtainEngine({ options, folder, port: Number(new URL(url).port) }),
    report: options.report ?? (() => {}),
  });
}

/** Ends the server of an owner that is gone; its command line must name our database. */
async function endLeftover(folder: EngineFolder): Promise<void> {
  const state = await loadEngineState(folder);
  const leftover = state && readProcess(state.server.pid);
  if (
    state?.server.startedAt === leftover?.startedAt &&
    leftover?.command.includes(folder.database)
  ) {
    await stopProcess(leftover, leftoverGrace);
  }
  await removeEngineState(folder);
}

async function startOwned(need: EngineNeed, key: string): Promise<EmbeddedEngine> {
  const { options, folder } = need;
  const start = (port: number | null) =>
    startOnPort({ program: options.program, folder, key }, port);
  const { port, watched } = await start(need.port);
  const url = `http://127.0.0.1:${port}`;
  const owner = readOwnProcess();
  const keeper = new ServerKeeper(watched, {
    restart: async () => (await start(port)).watched,
    onStart: (server) => writeEngineState(folder, { url, server, owner }),
    report: options.report ?? (() => {}),
  });
  await writeEngineState(folder, { url, server: watched.server, owner });
  const close = async (): Promise<void> => {
    await keeper.stop();
    await removeEngineState(folder);
  };
  return { url, key, owned: true, close };
}
