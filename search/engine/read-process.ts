import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process of this machine. `startedAt` tells it from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

export interface RunningProcess extends ProcessIdentity {
  readonly command: string;
}

/** Reads a process from /proc, elsewhere from `ps`; null where it has ended (or only waits to be collected). */
export function readProcess(pid: number): RunningProcess | null {
  try {
    return process.platform === "linux" ? readProc(pid) : readPs(pid);
  } catch {
    return null;
  }
}

/** Whether exactly this process, not another with its number, still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return readProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** The process that this code runs in. */
export function readOwnProcess(): ProcessIdentity {
  const { pid } = process;
  return { pid, startedAt: readProcess(pid)?.startedAt ?? "" };
}

/** See proc(5): the name in the second field may hold spaces and brackets; the start in ticks is the 22nd. */
function readProc(pid: number): RunningProcess | null {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  const startedAt = fields[19];
  if (startedAt === undefined || state === "Z" || state === "X") return null;
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
  return { pid, startedAt, command };
}

function readPs(pid: number): RunningProcess | null {
  const line = execFileSync("ps", ["-ww", "-o", "state=,lstart=,command=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  const [, state, startedAt, command] =
    /^(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/s.exec(line) ?? [];
  if (state === undefined || startedAt === undefined || state.startsWith("Z")) return null;
  return { pid, startedAt, command: command ?? "" };
}
