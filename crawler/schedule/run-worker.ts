import { setTimeout } from "node:timers/promises";
import { SourceStarter, type StarterParts } from "./source-starter.ts";

/** What the worker works with. `readPending` and `indexPending` read and index what crawls brought, and return how many. */
export interface WorkerParts extends Omit<StarterParts, "atOnce" | "lostAfterMs" | "readClock"> {
  readonly readPending: () => Promise<number>;
  readonly indexPending: () => Promise<number>;
  /** A job failed and is tried again: a sentence. */
  readonly complain: (sentence: string) => void;
}

export interface WorkerWishes {
  readonly stop: AbortSignal;
  /** How many sources are crawled at once. */
  readonly atOnce?: number;
  /** How long to wait between two looks at the store. Milliseconds. */
  readonly pauseMs?: number;
  /** How long a process that crawls may be silent before its crawls are begun anew. Milliseconds. */
  readonly lostAfterMs?: number;
  readonly readClock?: () => number;
}

/** How many sources are crawled at once: each is mostly waiting for its host. */
export const defaultAtOnce = 8;
const defaultPauseMs = 1_000;
const defaultLostMs = 120_000;

/**
 * Crawls what is due, and reads and indexes what the crawls bring, until asked to stop; then it ends the crawls after
 * the visits under way. The crawler stays open. A job that fails is tried again and keeps no other from its work.
 */
export async function runWorker(parts: WorkerParts, wishes: WorkerWishes): Promise<void> {
  const { stop, pauseMs = defaultPauseMs } = wishes;
  const { atOnce = defaultAtOnce, lostAfterMs = defaultLostMs, readClock = Date.now } = wishes;
  const starter = new SourceStarter({ ...parts, atOnce, lostAfterMs, readClock });
  const { complain } = parts;
  await Promise.all([
    repeat(
      [
        ["ended crawls", () => starter.noteEnded()],
        ["lost crawls", () => starter.reviveLost()],
        ["paused sources", () => starter.haltPaused()],
        ["the schedule", () => starter.planNew()],
        ["crawling", () => starter.beginDue()],
      ],
      { stop, pauseMs, complain },
    ),
    repeat(
      [
        ["reading", parts.readPending],
        ["indexing", parts.indexPending],
      ],
      { stop, pauseMs, complain },
    ),
  ]);
  await attempt(["ending", () => starter.end()], complain);
}

type Job = readonly [name: string, run: () => Promise<unknown>];

/** Does the jobs in their order, again and again. What a job complains of is told once until it changes. */
async function repeat(
  jobs: readonly Job[],
  {
    stop,
    pauseMs,
    complain,
  }: Pick<WorkerParts, "complain"> & { readonly stop: AbortSignal; readonly pauseMs: number },
): Promise<void> {
  const told = new Map<string, string | null>();
  while (!stop.aborted) {
    for (const job of jobs) {
      if (stop.aborted) return;
      const complaint = await attempt(job, (sentence) => {
        if (told.get(job[0]) !== sentence) complain(sentence);
      });
      told.set(job[0], complaint);
    }
    await setTimeout(pauseMs, null, { signal: stop }).catch(() => {});
  }
}

/** Null where the job succeeded, else what was complained of. */
async function attempt(
  [name, run]: Job,
  complain: (sentence: string) => void,
): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    const sentence = `${name} waits: ${error instanceof Error ? error.message : String(error)}`;
    complain(sentence);
    return sentence;
  }
}
