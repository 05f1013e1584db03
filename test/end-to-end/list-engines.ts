import { readdirSync, readFileSync } from "node:fs";

/** Process ids of search engines that work on this data folder, from /proc; other systems give none. */
export function listEngines(dataFolder: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = readCommandLine(pid);
      return words.some((word) => word.includes(dataFolder)) && /meilisearch/.test(words[0] ?? "");
    })
    .map(Number);
}

function readCommandLine(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
