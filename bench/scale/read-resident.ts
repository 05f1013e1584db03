import { readdirSync, readFileSync } from "node:fs";

/** The memory of the engine that listens at an address, in MB, as Linux counts it; 0 where it is not found. */
export function readResident(url: string): number {
  const { port } = new URL(url);
  const resident = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes(`--http-addr=127.0.0.1:${port}`))
    .map((pid) => Number(/^VmRSS:\s+(\d+)/mu.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);
  // What watches over it is started with the same words.
  return Math.max(0, ...resident);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
