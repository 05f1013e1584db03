import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../engine/engine.ts";
import { harvestPairs } from "./harvest-pairs.ts";
import { SpelledPairs } from "./spelled-pairs.ts";

/** A reader waits no longer for the first reading of all texts. */
const patienceMs = 2_000;
/** All texts are not read more often, however often the index changes. */
const leastAgeMs = 10 * 60_000;

interface Kept {
  readonly spelled: SpelledPairs;
  readonly changedAt: string;
  readonly readAt: number;
}

/** What stands in the texts by its pinyin, read anew where the index has changed, beside what else is done. */
export class KeptPairs {
  readonly #engine: Pick<Engine, "multiSearch" | "fetchChangedAt">;
  #kept: Kept | null = null;
  #reading: Promise<void> | null = null;
  #isClosed = false;

  constructor(engine: Pick<Engine, "multiSearch" | "fetchChangedAt">) {
    this.#engine = engine;
  }

  /** Null where the texts are not read yet. @throws EngineUnavailable, EngineRefused */
  async find(): Promise<SpelledPairs | null> {
    const changedAt = await this.#engine.fetchChangedAt("sections");
    const { changedAt: known, readAt = 0 } = this.#kept ?? {};
    const isOld = known !== changedAt && performance.now() - readAt > leastAgeMs;
    if (this.#kept === null || isOld) {
      const reading = this.prepare();
      if (this.#kept === null)
        await Promise.race([reading, sleep(patienceMs, undefined, { ref: false })]);
    }
    return this.#kept?.spelled ?? null;
  }

  /** Reads all texts. What fails is tried again by the next who asks. */
  async prepare(): Promise<void> {
    this.#reading ??= this.#read()
      .catch(() => {})
      .finally(() => {
        this.#reading = null;
      });
    await this.#reading;
  }

  close(): void {
    this.#isClosed = true;
  }

  async #read(): Promise<void> {
    const changedAt = await this.#engine.fetchChangedAt("sections");
    const pairs = await harvestPairs(this.#engine, () => this.#isClosed);
    if (pairs === null) return;
    const spelled = await SpelledPairs.read(pairs);
    this.#kept = { spelled, changedAt, readAt: performance.now() };
  }
}
