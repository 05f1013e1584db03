import { setTimeout as wait } from "node:timers/promises";
import type { Store } from "../open-store.ts";
import { type EndedVisit, endVisit, endVisits } from "./end-visit.ts";

/** Visits that end within so many milliseconds share one write to the disk. */
const gatherMs = 5;

interface Waiting {
  readonly visit: EndedVisit;
  readonly resolve: (found: number) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes down the ends of visits as `endVisit` does, those that come together in one transaction. */
export class VisitEnds {
  readonly #store: Store;
  #waiting: Waiting[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  async end(visit: EndedVisit): Promise<number> {
    // PostgreSQL shares writes itself, and workers that hold many rows at once would wait for each other.
    if (this.#store.traits.lightly === null) return endVisit(this.#store, visit);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ visit, resolve, reject });
      if (this.#waiting.length === 1) void this.#writeSoon();
    });
  }

  async #writeSoon(): Promise<void> {
    await wait(gatherMs);
    const together = this.#waiting;
    this.#waiting = [];
    try {
      const counts = await endVisits(
        this.#store,
        together.map(({ visit }) => visit),
      );
      for (const [at, { resolve }] of together.entries()) resolve(counts[at] ?? 0);
    } catch (error) {
      await this.#writeEach(together, error);
    }
  }

  /** What one of them cannot be kept for is no fault of the others. */
  async #writeEach(together: readonly Waiting[], error: unknown): Promise<void> {
    if (together.length === 1) together[0]?.reject(error);
    else
      for (const { visit, resolve, reject } of together)
        await endVisit(this.#store, visit).then(resolve, reject);
  }
}
