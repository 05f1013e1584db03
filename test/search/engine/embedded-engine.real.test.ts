import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { EngineDoesNotStart } from "../../../search/engine/engine-errors.ts";
import {
  buildEngineFolder,
  engineStateSchema,
  loadEngineState,
  writeEngineState,
  type EngineState,
} from "../../../search/engine/engine-state.ts";
import { isRunning, readOwnProcess, readProcess } from "../../../search/engine/read-process.ts";
import { startEmbeddedEngine } from "../../../search/engine/start-embedded-engine.ts";
import { openSearch, type Search } from "../../../search/main.ts";
import { searchQuerySchema } from "../../../search/query.ts";

const holder = fileURLToPath(new URL("hold-engine.ts", import.meta.url));
let dataFolder = "";
const opened: Search[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "gongkai-embedded-"));
});
afterEach(async () => {
  for (const search of opened.splice(0)) await search.close();
  for (const child of children.splice(0)) child.kill("SIGKILL");
  const state = await loadEngineState(buildEngineFolder(dataFolder));
  if (state !== null) await waitUntil(() => !isRunning(state.server));
  await rm(dataFolder, { recursive: true, force: true });
});

const open = async (): Promise<Search> => {
  const search = await openSearch({ dataFolder });
  opened.push(search);
  return search;
};

const readState = async (): Promise<EngineState> =>
  engineStateSchema.parse(JSON.parse(await readFile(buildEngineFolder(dataFolder).state, "utf8")));

/** The test's own time limit ends a wait that never comes true. */
async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(25);
}

async function holdInAnotherProcess(): Promise<{
  readonly child: ChildProcess;
  readonly url: string;
}> {
  const child = spawn(process.execPath, ["--import", "tsx", holder, dataFolder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, url: z.object({ url: z.string() }).parse(JSON.parse(String(line))).url };
}

/** The shell that watches a server is its parent. */
async function readParent(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^PPid:\t(\d+)$/m.exec(status)?.[1]);
}

test("key and folder are for their owner only, and the state tells no key", async () => {
  const search = await open();
  const folder = buildEngineFolder(dataFolder);
  expect((await stat(folder.key)).mode & 0o777).toBe(0o600);
  expect((await stat(folder.root)).mode & 0o077).toBe(0);
  const key = (await readFile(folder.key, "utf8")).trim();
  const state = await readState();
  expect(state.owner).toEqual(readOwnProcess());
  expect(state.url).toBe(search.engine.url);
  expect(await readFile(folder.state, "utf8")).not.toContain(key);
  expect(readProcess(state.server.pid)?.command).not.toContain(key);
  expect(await readFile(folder.log, "utf8")).toContain("127.0.0.1");
  const answer = await fetch(`${state.url}/version`);
  expect(answer.status).toBe(401);
});

test("closing ends the server and takes the state away; data and key stay", async () => {
  const search = await open();
  const { server } = await readState();
  await search.engine.addDocuments("reports", [
    {
      id: "r",
      title: "",
      agency: "",
      kind: "other",
      year: 2020,
      published: null,
      level: null,
      form: null,
      region: {},
      m: {},
    },
  ]);
  await search.close();
  opened.pop();
  expect(isRunning(server)).toBe(false);
  expect(await loadEngineState(buildEngineFolder(dataFolder))).toBeNull();
  const again = await open();
  expect(await again.engine.countDocuments("reports")).toBe(1);
});

test("a server that is killed comes back, and searches made meanwhile are answered", async () => {
  const search = await open();
  const { server } = await readState();
  process.kill(server.pid, "SIGKILL");
  const result = await search.search(searchQuerySchema.parse({ q: "行政处罚" }));
  expect(result.total).toBe(0);
  await waitUntil(async () => (await readState()).server.pid !== server.pid);
  const { server: next, url } = await readState();
  expect(isRunning(next)).toBe(true);
  expect(url).toBe(search.engine.url);
});

test.runIf(process.platform === "linux")(
  "a server whose watcher is killed is not left beside a second one",
  async () => {
    await open();
    const { server } = await readState();
    process.kill(await readParent(server.pid), "SIGKILL");
    await waitUntil(() => !isRunning(server));
    await waitUntil(async () => (await readState()).server.pid !== server.pid);
    expect(isRunning((await readState()).server)).toBe(true);
  },
);

test("kill -9 of the process that started it leaves no server behind, and the next start works", async () => {
  const { child } = await holdInAnotherProcess();
  const { server } = await readState();
  expect(isRunning(server)).toBe(true);
  child.kill("SIGKILL");
  await waitUntil(() => !isRunning(server));
  const search = await open();
  expect(await search.engine.isHealthy()).toBe(true);
  expect((await readState()).owner.pid).toBe(process.pid);
});

test("a second process uses the running server, and leaves it running when it ends", async () => {
  const search = await open();
  const { server } = await readState();
  const { child, url } = await holdInAnotherProcess();
  expect(url).toBe(search.engine.url);
  expect((await readState()).server).toEqual(server);
  child.stdin?.write("end\n");
  await once(child, "exit");
  expect(isRunning(server)).toBe(true);
  expect(await search.engine.isHealthy()).toBe(true);
});

test.each(["is told to end", "is killed"])(
  "when the process that started the server %s, one that shares it goes on at the same address",
  async (end) => {
    const { child, url } = await holdInAnotherProcess();
    const search = await open();
    expect(search.engine.url).toBe(url);
    if (end === "is killed") child.kill("SIGKILL");
    else child.stdin?.write("end\n");
    await once(child, "exit");
    await waitUntil(async () => {
      const state = await loadEngineState(buildEngineFolder(dataFolder));
      return state?.owner.pid === process.pid;
    });
    expect((await readState()).url).toBe(url);
    const result = await search.search(searchQuerySchema.parse({ q: "行政处罚" }));
    expect(result.total).toBe(0);
    const { server } = await readState();
    await search.close();
    opened.pop();
    expect(isRunning(server)).toBe(false);
  },
);

test("processes that start at the same time share one server", async () => {
  const urls = await Promise.all([
    open().then(({ engine }) => engine.url),
    holdInAnotherProcess().then(({ url }) => url),
    holdInAnotherProcess().then(({ url }) => url),
  ]);
  expect(new Set(urls).size).toBe(1);
});

test.runIf(process.platform === "linux")(
  "a leftover server is ended before a new one starts",
  async () => {
    const { child } = await holdInAnotherProcess();
    const state = await readState();
    const folder = buildEngineFolder(dataFolder);
    const watcher = await readParent(state.server.pid);
    // Stopped, neither the shell nor its reader can end the server when their process dies.
    const readers = await listChildren(watcher);
    for (const pid of [watcher, ...readers.filter((pid) => pid !== state.server.pid)])
      process.kill(pid, "SIGSTOP");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(isRunning(state.server)).toBe(true);
    await writeEngineState(folder, state);
    const search = await open();
    expect(isRunning(state.server)).toBe(false);
    expect(await search.engine.isHealthy()).toBe(true);
    for (const pid of [...readers, watcher])
      if (readProcess(pid) !== null) process.kill(pid, "SIGKILL");
  },
);

test("a program that ends at once is told with what it said", async () => {
  const program = join(dataFolder, "broken");
  await writeFile(program, "#!/bin/sh\necho 'no such flag' >&2\nexit 2\n", { mode: 0o755 });
  const starting = startEmbeddedEngine({ dataFolder, program });
  await expect(starting).rejects.toThrow(EngineDoesNotStart);
  await expect(starting).rejects.toThrow(/no such flag/);
});

async function listChildren(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.trim().split(" ").filter(Boolean).map(Number);
}
