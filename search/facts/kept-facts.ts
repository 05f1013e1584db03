import { setTimeout as sleep } from "node:timers/promises";
import type { FactSource } from "../../corpus/fact-source.ts";
import { type FactColumns, joinChunks } from "./fact-columns.ts";
import { loadFactColumns } from "./load-fact-columns.ts";

/** How long the columns are taken for current before the corpus is asked whether it changed. Milliseconds. */
const lifeMs = 2_000;
/** What may be set otherwise. `patienceMs` is how long a reader waits for changes; few reports take a tenth of it. */
interface Timing {
  readonly readClock: () => number;
  readonly patienceMs: number;
}
const usualTiming: Timing = { readClock: Date.now, patienceMs: 500 };

/** The numbers of all reports, loaded when they are first asked for and kept as new as the corpus. */
export class KeptFacts {
  readonly #source: FactSource;
  readonly #timing: Timing;
  #columns: FactColumns = joinChunks([]);
  #state: string | null = null;
  #checkedAt = -Infinity;
  #refreshing: Promise<void> | null = null;

  constructor(source: FactSource, timing: Timing = usualTiming) {
    this.#source = source;
    this.#timing = timing;
  }

  /**
   * The columns as they are now. The first caller waits until all are loaded (30,000 reports: some 5 s); a later one
   * gets an older state where many reports changed at once and loading them takes longer than half a second.
   * @throws what the source throws; the next call tries again.
   */
  readonly read = async (): Promise<FactColumns> => {
    const { readClock, patienceMs } = this.#timing;
    if (this.#refreshing === null && readClock() - this.#checkedAt >= lifeMs) {
      this.#refreshing = this.#refresh().finally(() => (this.#refreshing = null));
      // Heard by those who wait for it; nobody may.
      this.#refreshing.catch(() => {});
    }
    if (this.#state === null) await this.#refreshing;
    else await Promise.race([this.#refreshing, sleep(patienceMs, undefined, { ref: false })]);
    return this.#columns;
  };

  async #refresh(): Promise<void> {
    const state = await this.#source.loadState();
    if (state !== this.#state) this.#columns = await loadFactColumns(this.#source, this.#columns);
    this.#state = state;
    this.#checkedAt = this.#timing.readClock();
  }
}
