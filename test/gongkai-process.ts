import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const program = join(import.meta.dirname, "..", "bin.js");

export interface FinishedProcess {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A running `gongkai`, with what it has written so far. */
export interface GongkaiProcess {
  readonly child: ChildProcess;
  readonly read: () => { readonly out: string; readonly err: string };
  readonly finished: Promise<FinishedProcess>;
  /** Resolves with the address once the server listens; rejects when the process ends before. */
  readonly listening: () => Promise<string>;
}

/** Starts the real program on a data folder, with nothing of the environment but what it needs. */
export function startGongkai(
  words: readonly string[],
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): GongkaiProcess {
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      GONGKAI_DATA: dataFolder,
      GONGKAI_PORT: "0",
      GONGKAI_LOG: "error",
      NO_COLOR: "1",
      ...env,
    },
  });
  const kept = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (kept.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (kept.err += text));
  const finished = once(child, "close").then(([code]): FinishedProcess => {
    return { code: code as number | null, ...kept };
  });
  return { child, read: () => ({ ...kept }), finished, listening };

  async function listening(): Promise<string> {
    for (;;) {
      const address = /^listening on (http:\S+)$/m.exec(kept.out)?.[1];
      if (address !== undefined) return address;
      if (child.exitCode !== null) throw new Error(`gongkai ended: ${kept.err}`);
      await Promise.race([once(child.stdout, "data"), finished]);
    }
  }
}

/** Runs the real program to its end. */
export function runGongkaiProcess(
  words: readonly string[],
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<FinishedProcess> {
  return startGongkai(words, dataFolder, env).finished;
}
