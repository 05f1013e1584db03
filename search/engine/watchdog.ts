import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { readProcess, type ProcessIdentity } from "./read-process.ts";

/**
 * A shell stands between us and the server. Its standard input is a pipe of which we hold the other end: when we end
 * in any way, kill -9 included, the system closes it, the reader below sees the end and ends the server.
 * Descriptor 3 carries the server's process number to us; neither pipe is passed on to the server.
 */
const script = `
exec 4<&0 </dev/null
"$@" 3>&- 4<&- &
server=$!
echo "$server" >&3
exec 3>&-
(
  while read -r _; do :; done <&4
  kill -TERM "$server" 2>/dev/null
  tries=0
  while [ "$tries" -lt 5 ] && kill -0 "$server" 2>/dev/null; do sleep 1; tries=$((tries + 1)); done
  kill -KILL "$server" 2>/dev/null
) &
watcher=$!
exec 4<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

/**
 * A server under watch. `ended` resolves when it, or its watcher, is gone. It does not keep this process alive:
 * whoever waits for `ended` until then calls `hold` first.
 */
export interface WatchedServer {
  readonly server: ProcessIdentity;
  readonly ended: Promise<void>;
  readonly hold: () => void;
}

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly log: string;
}

const largestLog = 10_000_000;

/**
 * Starts a server that ends when this process ends. It runs in its own process group, so that Ctrl-C in a terminal
 * reaches us and not it. Its output is appended to `log`, which is set aside when it is larger than 10 MB.
 */
export async function startWatched(command: ServerCommand): Promise<WatchedServer> {
  await rotateLog(command.log);
  const output = openSync(command.log, "a");
  const child = spawn("sh", ["-c", script, "gongkai-engine", command.program, ...command.args], {
    cwd: command.folder,
    env: { ...process.env, ...command.environment },
    detached: true,
    stdio: ["pipe", output, output, "pipe"],
  });
  closeSync(output);
  const { stdin } = child;
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  stdin?.on("error", () => stdin.destroy());
  void ended.then(() => stdin?.destroy());
  child.unref();
  if (stdin instanceof Socket) stdin.unref();
  const server = await readServer(child.stdio[3] as Readable);
  return { server, ended, hold: () => child.ref() };
}

/** A server that ended at once has no identity any more: one that no process has takes its place. */
async function readServer(pipe: Readable): Promise<ProcessIdentity> {
  for await (const line of createInterface({ input: pipe })) {
    const pid = Number.parseInt(line, 10);
    pipe.destroy();
    return { pid, startedAt: readProcess(pid)?.startedAt ?? "ended" };
  }
  return { pid: 0, startedAt: "ended" };
}

async function rotateLog(log: string): Promise<void> {
  try {
    const { size } = await stat(log);
    if (size > largestLog) await rename(log, `${log}.1`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
