import { open, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { EngineDoesNotStart } from "./engine-errors.ts";
import type { EngineFolder } from "./engine-state.ts";
import { isRunning } from "./read-process.ts";
import { stopProcess } from "./stop-process.ts";
import { startWatched, type WatchedServer } from "./watchdog.ts";

/** What to start. */
export interface ServerPlan {
  readonly program: string;
  readonly folder: EngineFolder;
  readonly key: string;
}

/** Opening a large index takes seconds; a server that takes longer than this hangs. Milliseconds. */
const startPatience = 120_000;

const startAttempts = 3;

/**
 * Starts the server on a port of the loopback interface, a free one where `port` is null, and waits until it answers.
 * Between finding a free port and using it another program may take it: then another port is tried.
 * @throws EngineDoesNotStart with the end of its log.
 */
export async function startOnPort(
  plan: ServerPlan,
  port: number | null,
): Promise<{ readonly port: number; readonly watched: WatchedServer }> {
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await findFreePort());
    try {
      return { port: chosen, watched: await startServer(plan, chosen) };
    } catch (error) {
      const taken = port === null && /address.*in use/i.test(String(error));
      if (!taken || attempt >= startAttempts) throw error;
    }
  }
}

async function startServer(plan: ServerPlan, port: number): Promise<WatchedServer> {
  const { folder, key } = plan;
  const logStart = await readSize(folder.log);
  const watched = await startWatched({
    program: plan.program,
    args: buildArguments(folder, port),
    environment: { MEILI_MASTER_KEY: key, NO_COLOR: "1" },
    folder: folder.root,
    log: folder.log,
  });
  const deadline = performance.now() + startPatience;
  while (isRunning(watched.server)) {
    if (await answersWithKey(`http://127.0.0.1:${port}`, key)) return watched;
    if (performance.now() > deadline) await stopProcess(watched.server, 0);
    await sleep(25);
  }
  throw buildFailure(folder, await readEnd(folder.log, logStart));
}

/** Only this machine may talk to it; nothing is sent to anyone; memory while indexing is bounded. */
function buildArguments(folder: EngineFolder, port: number): readonly string[] {
  return [
    `--db-path=${folder.database}`,
    `--http-addr=127.0.0.1:${port}`,
    "--env=production",
    "--no-analytics",
    "--max-indexing-memory=1GiB",
    `--max-indexing-threads=${availableParallelism()}`,
    "--log-level=WARN",
  ];
}

/** Whether an engine answers here that knows our key: another program on the same port does not. */
export async function answersWithKey(url: string, key: string): Promise<boolean> {
  try {
    const response = await fetch(new URL("/version", url), {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function buildFailure(folder: EngineFolder, output: string): EngineDoesNotStart {
  const lines = output.trim().split("\n").slice(-3).join(" ").slice(-500);
  const mend = /incompatible|version/i.test(lines)
    ? `its data was written by another version: delete ${folder.database} and run gongkai index --rebuild`
    : `read ${folder.log}, mend what it names, and start again`;
  return new EngineDoesNotStart(
    `The search engine ended while it started (${lines || "no output"}): ${mend}.`,
    {
      log: folder.log,
    },
  );
}

async function readSize(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

/** What was appended since `from`; all of it where the log was set aside meanwhile. At most the last 8 KB. */
async function readEnd(file: string, from: number): Promise<string> {
  const size = await readSize(file);
  const start = Math.max(size >= from ? from : 0, size - 8192);
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A port of the loopback interface that nobody uses now. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if (address === null || typeof address === "string")
    throw new TypeError("A TCP server has no port.");
  return address.port;
}
