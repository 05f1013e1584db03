import { setTimeout as sleep } from "node:timers/promises";
import type { ProcessIdentity } from "./read-process.ts";
import { stopProcess } from "./stop-process.ts";
import type { WatchedServer } from "./watchdog.ts";

export interface KeeperOptions {
  readonly restart: () => Promise<WatchedServer>;
  readonly onStart: (server: ProcessIdentity) => Promise<void>;
  readonly report: (sentence: string) => void;
}

const firstPause = 100;
const longestPause = 30_000;
/** A server that lived this long is taken to be well: the next pause is the first one again. */
const wellAfter = 60_000;
const stopGrace = 10_000;

/** Keeps a server running: starts it again when it dies, with longer and longer pauses, until stopped. */
export class ServerKeeper {
  readonly #options: KeeperOptions;
  readonly #stopping = new AbortController();
  readonly #kept: Promise<void>;
  #current: WatchedServer;

  constructor(first: WatchedServer, options: KeeperOptions) {
    this.#current = first;
    this.#options = options;
    this.#kept = this.#keep();
  }

  /** Ends the server gracefully and waits until it is gone. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#current.hold();
    await stopProcess(this.#current.server, stopGrace);
    await this.#kept;
    await stopProcess(this.#current.server, stopGrace);
  }

  async #keep(): Promise<void> {
    let pause = firstPause;
    for (;;) {
      const since = performance.now();
      await this.#current.ended;
      if (this.#stopping.signal.aborted) return;
      if (performance.now() - since > wellAfter) pause = firstPause;
      this.#options.report("The search engine ended by itself and is started again.");
      pause = await this.#restart(pause);
      if (this.#stopping.signal.aborted) return;
    }
  }

  /** Tries until it runs or is no longer wanted; returns the pause to take next time. */
  async #restart(firstWait: number): Promise<number> {
    let pause = firstWait;
    while (!this.#stopping.signal.aborted) {
      await stopProcess(this.#current.server, 0);
      await this.#wait(pause);
      if (this.#stopping.signal.aborted) break;
      pause = Math.min(pause * 2, longestPause);
      try {
        this.#current = await this.#options.restart();
        await this.#options.onStart(this.#current.server);
        this.#options.report("The search engine runs again.");
        return pause;
      } catch (error) {
        this.#options.report(error instanceof Error ? error.message : String(error));
      }
    }
    return pause;
  }

  async #wait(pause: number): Promise<void> {
    try {
      await sleep(pause, undefined, { signal: this.#stopping.signal, ref: false });
    } catch {
      // Stopped while waiting.
    }
  }
}
