import { HashIndex } from "./hash-index.ts";
import type { KnownNames } from "./known-names.ts";
import { extendSum, finishSum, hashText } from "./rolling-hash.ts";
import type { Syllables } from "./syllables.ts";

/** A name that sounds like what was typed: exactly, but for tones, or only to those who do not tell zh from z. */
export interface AlikeName {
  readonly id: number;
  readonly isExact: boolean;
}

/** 行长 may be read in six ways; more than this many of one stretch are not tried. */
const mostReadings = 8;

/** Finds the names that sound like a stretch of Chinese characters, whatever the characters are. */
export class SoundIndex {
  readonly #known: KnownNames;
  readonly #syllables: Syllables;
  readonly #index: HashIndex;

  constructor(known: KnownNames, syllables: Syllables) {
    this.#known = known;
    this.#syllables = syllables;
    this.#index = new HashIndex((add) => {
      for (const [id, sound] of known.sounds.entries()) add(hashText(syllables.loosen(sound)), id);
    });
  }

  /** Reads a run of Chinese characters, in which stretches are then looked for. */
  readRun(text: string): SoundRun {
    const readings = Array.from(text, (char) => this.#syllables.readCharacter(char));
    const loose = readings.map((codes) => [...new Set(this.#syllables.loosen(codes))]);
    return new SoundRun(loose, {
      visit: (hash, see) => this.#index.visit(hash, see),
      compare: (id, start, end) =>
        this.#compare(id, text.slice(start, end), readings.slice(start, end)),
    });
  }

  /** Whether the sounds are exactly or only loosely the same; null where a hash was shared by chance. */
  #compare(id: number, text: string, readings: readonly string[]): boolean | null {
    const name = this.#known.texts[id] ?? "";
    const sound = this.#known.sounds[id] ?? "";
    if (name.length !== text.length) return null;
    let isExact = true;
    for (const [at, codes] of readings.entries()) {
      const wanted = sound.charAt(at);
      if (name.charAt(at) === text.charAt(at) || codes.includes(wanted)) continue;
      if (!this.#syllables.loosen(codes).includes(this.#syllables.loosen(wanted))) return null;
      isExact = false;
    }
    return isExact;
  }
}

interface SoundLookup {
  readonly visit: (hash: number, see: (id: number) => void) => void;
  readonly compare: (id: number, start: number, end: number) => boolean | null;
}

/** A run of characters as it sounds: stretches from the same beginning share their work. */
export class SoundRun {
  readonly #readings: readonly (readonly string[])[];
  readonly #lookup: SoundLookup;
  readonly #sums = new Map<number, (readonly number[])[]>();

  constructor(readings: readonly (readonly string[])[], lookup: SoundLookup) {
    this.#readings = readings;
    this.#lookup = lookup;
  }

  /** The names that sound like the stretch, in order of their numbers, the stretch itself too. */
  find(start: number, end: number): readonly AlikeName[] {
    const found = new Map<number, AlikeName>();
    for (const sum of this.#listSums(start, end))
      this.#lookup.visit(finishSum(sum), (id) => {
        const isExact = found.has(id) ? null : this.#lookup.compare(id, start, end);
        if (isExact !== null) found.set(id, { id, isExact });
      });
    return [...found.values()].sort((a, b) => a.id - b.id);
  }

  /** Sums of all ways to read the stretch, the usual readings first; none where a character cannot be read. */
  #listSums(start: number, end: number): readonly number[] {
    const known = this.#sums.get(start) ?? [[0]];
    this.#sums.set(start, known);
    for (let length = known.length; length <= end - start; length += 1) {
      const codes = this.#readings[start + length - 1] ?? [];
      const longer = (known.at(-1) ?? []).flatMap((sum) =>
        codes.map((code) => extendSum(sum, code.charCodeAt(0))),
      );
      known.push(longer.slice(0, mostReadings));
    }
    return known[end - start] ?? [];
  }
}
