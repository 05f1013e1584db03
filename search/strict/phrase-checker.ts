import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../engine/engine.ts";
import { isUnsure } from "./counted-parts.ts";
import { KeptMistakes } from "./kept-mistakes.ts";
import { buildEngineWords } from "../planner.ts";
import type { Conjunction } from "../query-terms.ts";
import { countCandidates } from "./read-candidates.ts";
import { findMistakes, type PhraseQuestion } from "./find-mistakes.ts";

/** So many texts are read while a reader waits; more are read afterwards, for the next who asks. */
const mostAtOnce = 10_000;
/** Reading for nobody in particular rests after each question for so many times as long as that took: searches come first. */
const restShare = 3;
/** Searches of which the candidates wait to be read. */
const mostWaiting = 8;

type CheckedEngine = Pick<Engine, "multiSearch" | "fetchChangedAt">;

/**
 * The engine takes a section for a holder of a long phrase when every three words of it stand in a row somewhere in the
 * text, though not all in one place. This finds those sections by reading the candidates, and keeps what it found until
 * the index changes.
 */
export class PhraseChecker {
  readonly #engine: CheckedEngine;
  readonly #kept = new KeptMistakes();
  readonly #reading = new Map<string, Promise<readonly string[] | null>>();
  readonly #waiting = new Map<string, PhraseQuestion>();
  #later: Promise<void> | null = null;
  /** How many wait for what is read later. */
  #awaited = 0;
  #isClosed = false;

  constructor(engine: CheckedEngine) {
    this.#engine = engine;
  }

  /**
   * Ids of sections that the engine finds for these terms under these filters though they lack a phrase; null where
   * that is not known, or not yet: many candidates are read later. @throws EngineUnavailable, EngineRefused
   */
  async findMistakes(
    terms: Conjunction,
    filter: readonly string[],
  ): Promise<readonly string[] | null> {
    // What is wrongly excluded cannot be read: the engine does not give it.
    if (terms.excluded.some(isUnsure)) return null;
    const phrases = terms.wanted.filter(isUnsure);
    if (phrases.length === 0) return [];
    const asked = { text: buildEngineWords(terms).text, filter, phrases };
    // Filters may be long: what is kept by them is kept by their digest.
    const key = createHash("sha256")
      .update(JSON.stringify([asked.text, filter]))
      .digest("hex");
    const kept = this.#kept.find(key, await this.#engine.fetchChangedAt("sections"));
    if (kept !== undefined) return kept;
    if (
      (await countCandidates({ ...asked, fields: [], byReport: false }, this.#engine)) > mostAtOnce
    ) {
      this.#readLater(key, asked);
      return null;
    }
    return this.#readOnce(key, asked);
  }

  /** Waits until what is to be read later is read. */
  async settle(): Promise<void> {
    this.#awaited += 1;
    await this.#later;
    this.#awaited -= 1;
  }

  /** Reads nothing more. */
  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
  }

  /** Two who ask the same at a time wait for one reading. */
  async #readOnce(
    key: string,
    asked: PhraseQuestion,
    engine: CheckedEngine = this.#engine,
  ): Promise<readonly string[] | null> {
    const known = this.#reading.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(key, asked, engine);
    this.#reading.set(key, reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(key);
    }
  }

  /** What was read while the index changed proves nothing: null. */
  async #read(
    key: string,
    asked: PhraseQuestion,
    engine: CheckedEngine,
  ): Promise<readonly string[] | null> {
    const before = await engine.fetchChangedAt("sections");
    const mistakes = await findMistakes(asked, engine, () => this.#isClosed);
    if (before !== (await engine.fetchChangedAt("sections"))) return null;
    this.#kept.keep(key, mistakes, before);
    return mistakes;
  }

  #readLater(key: string, asked: PhraseQuestion): void {
    if (this.#isClosed || this.#waiting.size >= mostWaiting) return;
    this.#waiting.set(key, asked);
    this.#later ??= this.#readWaiting().finally(() => {
      this.#later = null;
    });
  }

  /** One after the other. What fails is asked for again by the next reader. */
  async #readWaiting(): Promise<void> {
    const resting: CheckedEngine = {
      multiSearch: async (questions) => this.#askAndRest(questions),
      fetchChangedAt: async (index) => this.#engine.fetchChangedAt(index),
    };
    for (const [key, asked] of this.#waiting) {
      await this.#readOnce(key, asked, resting).catch(() => null);
      this.#waiting.delete(key);
    }
  }

  async #askAndRest(questions: Parameters<CheckedEngine["multiSearch"]>[0]) {
    const started = performance.now();
    const answers = await this.#engine.multiSearch(questions);
    const rest = restShare * (performance.now() - started);
    if (this.#awaited === 0 && !this.#isClosed) await sleep(rest);
    return answers;
  }
}
