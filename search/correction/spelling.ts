import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../engine/engine.ts";
import { buildEngineWords } from "../planner.ts";
import { buildTerm } from "../query-terms.ts";
import { sumSections } from "../strict/sum-sections.ts";
import type { CorrectedQuery, CorrectionHints, Corrector } from "./corrected-query.ts";
import { KeptPairs } from "./kept-pairs.ts";
import {
  listStretches,
  replaceStretches,
  type SpelledStretch,
  type Stretch,
} from "./latin-stretches.ts";
import { loadSpelledWords } from "./load-spelled-words.ts";
import type { CountTexts } from "./spelled-pairs.ts";
import type { SpelledWords } from "./spelled-words.ts";

/** A reader waits no longer for the dictionary. */
const patienceMs = 3_000;

/** So many stretches are looked for among all pairs, with so many rounds of questions for all of them. */
const mostStretches = 3;
const mostCounts = 40;

type SpellingEngine = Pick<Engine, "multiSearch" | "fetchChangedAt">;

interface SpellingParts {
  /** Knows names and terms; what it proposes comes first. */
  readonly correct: Corrector;
  readonly engine: SpellingEngine;
  readonly simplify: (text: string) => string;
}

/** What Latin letters may be the pinyin of. */
type FindWords = (letters: string) => readonly string[] | Promise<readonly string[]>;

/**
 * Takes Latin letters that nobody holds for pinyin: of a word in the segmenter's dictionary, then of whatever stands in
 * the texts. Both are read when they are first wanted, or before.
 */
export class Spelling {
  readonly #parts: SpellingParts;
  readonly #pairs: KeptPairs;
  #words: Promise<SpelledWords> | null = null;

  constructor(parts: SpellingParts) {
    this.#parts = parts;
    this.#pairs = new KeptPairs(parts.engine);
  }

  /** What was probably meant, the best first; looked for only as far as it is asked for. */
  async *correct(query: string, hints: CorrectionHints): AsyncGenerator<CorrectedQuery> {
    yield* this.#parts.correct(query, hints);
    const stretches = listStretches(query, hints, this.#parts.simplify);
    if (stretches.length === 0) return;
    const words = await Promise.race([this.#loadWords(), sleep(patienceMs, null, { ref: false })]);
    if (words !== null) yield* this.#replace(query, stretches, (letters) => words.find(letters));
    const pairs = await this.#pairs.find();
    if (pairs === null) return;
    const count = limitCounts(this.#count);
    const few = stretches.slice(0, mostStretches);
    yield* this.#replace(query, few, (letters) => pairs.find(letters, count));
  }

  /** Reads the dictionary and all texts. */
  async prepare(): Promise<void> {
    await this.#loadWords();
    await this.#pairs.prepare();
  }

  /** Reads nothing more. */
  close(): void {
    this.#pairs.close();
  }

  async #loadWords(): Promise<SpelledWords> {
    this.#words ??= loadSpelledWords();
    return this.#words;
  }

  async *#replace(
    query: string,
    stretches: readonly Stretch[],
    find: FindWords,
  ): AsyncGenerator<CorrectedQuery> {
    const found: SpelledStretch[] = [];
    for (const stretch of stretches) {
      const whole = await find(stretch.letters);
      if (whole.length > 0) found.push({ ...stretch, words: whole });
      else
        for (const part of stretch.parts) {
          const words = await find(part.letters);
          if (words.length > 0) found.push({ ...part, words });
        }
    }
    yield* replaceStretches(query, found);
  }

  readonly #count: CountTexts = async (texts) => {
    const questions = texts.map((text) => {
      const wanted = buildTerm([text], true);
      const words = buildEngineWords({ wanted, excluded: [] });
      return { ...words, index: "sections" as const, ...onlyCounts };
    });
    return (await this.#parts.engine.multiSearch(questions)).map(sumSections);
  };
}

const onlyCounts = {
  filter: [],
  facets: ["section"],
  sort: [],
  offset: 0,
  limit: 0,
  fields: ["id"],
};

/** Finds nothing more once it was asked too often: letters may be cut in many ways of which none stands anywhere. */
function limitCounts(count: CountTexts): CountTexts {
  let asked = 0;
  return async (texts) => {
    asked += 1;
    return asked > mostCounts ? texts.map(() => 0) : count(texts);
  };
}
