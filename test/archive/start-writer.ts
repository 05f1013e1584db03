import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const script = join(import.meta.dirname, "write-until-killed.ts");

export interface Writer {
  /** The digests that were acknowledged so far. */
  readonly list: () => readonly string[];
  /** Resolves when so many were. */
  readonly hasWritten: (count: number) => Promise<void>;
  /** Ends the process by this signal and waits for its end. */
  readonly end: (signal: "SIGKILL" | "SIGTERM") => Promise<void>;
}

/** A process of its own that writes into the archive of a folder, until the test ends at the latest. */
export function startWriter(
  root: string,
  { seed, rolloverBytes = 1_000_000 }: { readonly seed: string; readonly rolloverBytes?: number },
): Writer {
  const words = ["--import", "tsx", script, root, seed, String(rolloverBytes)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await closed;
  });
  let out = "";
  child.stdout.on("data", (part: Buffer) => {
    out += part.toString();
  });
  const list = () => out.split("\n").slice(0, -1);
  return {
    list,
    hasWritten: async (count) => {
      while (list().length < count) {
        if (child.exitCode !== null) throw new Error("the writer ended by itself");
        await Promise.race([once(child.stdout, "data"), closed]);
      }
    },
    end: async (signal) => {
      child.kill(signal);
      await closed;
    },
  };
}
