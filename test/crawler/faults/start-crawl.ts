import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { z } from "zod";

const script = join(import.meta.dirname, "crawl-child.ts");

const lineSchema = z.looseObject({
  type: z.string(),
  url: z.string().optional(),
  host: z.string().optional(),
  message: z.string().optional(),
  failure: z.string().nullish(),
  rss: z.number().optional(),
});
export type CrawlLine = z.infer<typeof lineSchema>;

/** A worker in a process of its own. `root` is its data folder, `port` where its hosts lie. */
export interface ChildWishes {
  readonly root: string;
  readonly port: number;
  readonly patienceMs?: number;
  /** How long a visit under way may go on when the crawl is stopped. */
  readonly graceMs?: number;
  /** Words before the program's: a shell's limits. */
  readonly shell?: string;
  readonly words?: readonly string[];
}

export interface CrawlChild {
  /** What it printed so far. */
  readonly list: () => readonly CrawlLine[];
  /** Resolves when a line fits; throws where the process ends before. */
  readonly hasPrinted: (fits: (line: CrawlLine) => boolean) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Resolves with its exit code when it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Resolves when a condition holds; looks again all the time, without a limit of its own. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}

/** Starts the process; it ends with the test at the latest. */
export function startCrawl({
  root,
  port,
  patienceMs = 2_000,
  graceMs = 1_000,
  shell,
  words: more = [],
}: ChildWishes): CrawlChild {
  const words = ["--import", "tsx", script, "--root", root, "--port", String(port)];
  const times = ["--patience", String(patienceMs), "--grace", String(graceMs)];
  const all = [process.execPath, ...words, ...times, ...more];
  const [program = "", ...rest] =
    shell === undefined ? all : ["bash", "-c", `${shell}; exec "$@"`, "bash", ...all];
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close").then(() => child.exitCode);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  let out = "";
  child.stdout.on("data", (part: Buffer) => {
    out += part.toString();
  });
  const list = (): readonly CrawlLine[] =>
    out
      .split("\n")
      .slice(0, -1)
      .map((line) => lineSchema.parse(JSON.parse(line)));
  return {
    list,
    hasPrinted: async (fits) => {
      while (!list().some(fits)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`the crawl ended before:\n${out.slice(-2_000)}`);
        await Promise.race([once(child.stdout, "data"), ended]);
      }
    },
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
    ended,
  };
}
