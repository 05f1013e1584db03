import { pinyin } from "pinyin-pro";
import type { PairTable } from "./pair-table.ts";
import { splitSyllables } from "./split-syllables.ts";

/** How many sections hold each of these texts. */
export type CountTexts = (texts: readonly string[]) => Promise<readonly number[]>;

interface Begun {
  readonly text: string;
  /** Logarithms of how often its pairs stand together. */
  readonly score: number;
}

/** `known`: what was found for these syllables already, which several ways to cut the letters share. */
interface SyllableSearch {
  readonly count: CountTexts;
  readonly known: Map<string, Promise<readonly string[]>>;
}

const mostReadings = 3;
const mostBegun = 60;
const mostFound = 8;
const readAtOnce = 200;

/**
 * Finds what stands in the texts by its pinyin: characters of the right sounds of which each two neighbours stand side
 * by side somewhere, and that the engine then finds together.
 */
export class SpelledPairs {
  readonly #pairs: PairTable;
  readonly #characters: ReadonlyMap<string, readonly number[]>;

  private constructor(pairs: PairTable, characters: ReadonlyMap<string, readonly number[]>) {
    this.#pairs = pairs;
    this.#characters = characters;
  }

  /** Reads the characters of the table little by little, so that others have their turn. */
  static async read(pairs: PairTable): Promise<SpelledPairs> {
    const bySyllable = new Map<string, number[]>();
    for (const [at, char] of pairs.listCharacters().entries()) {
      if (at % readAtOnce === 0) await takeTurns();
      for (const syllable of readCharacter(char)) {
        const known = bySyllable.get(syllable);
        if (known === undefined) bySyllable.set(syllable, [char.codePointAt(0) ?? 0]);
        else known.push(char.codePointAt(0) ?? 0);
      }
    }
    return new SpelledPairs(pairs, bySyllable);
  }

  /**
   * What is spelled so, the most frequent first, at most eight; where it does not stand together, as several words.
   * `count` ends the search where it throws.
   */
  async find(letters: string, count: CountTexts): Promise<readonly string[]> {
    const known = new Map<string, Promise<readonly string[]>>();
    const ways = splitSyllables(letters, (syllable) => this.#characters.has(syllable));
    for (const way of ways) {
      const found = await this.#findWords(way, { count, known });
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The longest beginning that stands together, then the rest; none where a single syllable is left. */
  async #findWords(
    syllables: readonly string[],
    search: SyllableSearch,
  ): Promise<readonly string[]> {
    const key = syllables.join(" ");
    const found = search.known.get(key) ?? this.#cutWords(syllables, search);
    search.known.set(key, found);
    return found;
  }

  async #cutWords(
    syllables: readonly string[],
    search: SyllableSearch,
  ): Promise<readonly string[]> {
    const { count } = search;
    if (syllables.length < 2) return [];
    const levels = await this.#extend(syllables, count);
    const whole = levels[syllables.length];
    if (whole !== undefined && whole.length > 0) return whole.slice(0, mostFound);
    for (let length = syllables.length - 2; length >= 2; length -= 1) {
      const [first] = levels[length] ?? [];
      if (first === undefined) continue;
      const [rest] = await this.#findWords(syllables.slice(length), search);
      if (rest !== undefined) return [`${first} ${rest}`];
    }
    return [];
  }

  /** By length: what stands in the texts of the first syllables, the most frequent first. */
  async #extend(
    syllables: readonly string[],
    count: CountTexts,
  ): Promise<readonly (readonly string[])[]> {
    const levels: (readonly string[])[] = [];
    let begun = this.#list(syllables[0] ?? "").map((one): Begun => ({
      text: String.fromCodePoint(one),
      score: 0,
    }));
    for (let length = 2; length <= syllables.length && begun.length > 0; length += 1) {
      const next = begun.flatMap((one) => this.#follow(one, syllables[length - 1] ?? ""));
      const best = next.toSorted((a, b) => b.score - a.score).slice(0, mostBegun);
      const counts = best.length === 0 ? [] : await count(best.map(({ text }) => text));
      const held = best
        .map((one, at) => ({ ...one, held: counts[at] ?? 0 }))
        .filter((one) => one.held > 0)
        .toSorted((a, b) => b.held - a.held);
      levels[length] = held.map(({ text }) => text);
      begun = held;
    }
    return levels;
  }

  #follow({ text, score }: Begun, syllable: string): readonly Begun[] {
    const last = text.codePointAt(text.length - 1) ?? 0;
    return this.#list(syllable).flatMap((point) => {
      const times = this.#pairs.count(last, point);
      if (times === 0) return [];
      return [{ text: text + String.fromCodePoint(point), score: score + Math.log(1 + times) }];
    });
  }

  #list(syllable: string): readonly number[] {
    return this.#characters.get(syllable) ?? [];
  }
}

/** Its usual readings; lüe and nüe are typed with u as well. */
function readCharacter(char: string): readonly string[] {
  const options = { toneType: "none", type: "array", multiple: true, v: true } as const;
  const read = [...new Set(pinyin(char, options))]
    .filter((syllable) => /^[a-z]+$/.test(syllable))
    .slice(0, mostReadings);
  return read.flatMap((one) => (/^[ln]ve$/.test(one) ? [one, one.replace("v", "u")] : [one]));
}

async function takeTurns(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
