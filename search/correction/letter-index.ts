import { EditIndex } from "./edit-index.ts";
import { HashIndex } from "./hash-index.ts";
import type { KnownNames } from "./known-names.ts";
import { RollingHash, hashText } from "./rolling-hash.ts";
import type { Syllables } from "./syllables.ts";

/** Names by Latin letters: those of their pinyin, those of a pinyin one edit away, and those of their initials. */
export interface LetterMatches {
  readonly whole: readonly number[];
  readonly mistyped: readonly number[];
  readonly initials: readonly number[];
}

/** Two syllables of two letters: `anji`. */
const fewestLetters = 4;
/** Shorter pinyin is one edit away from too much. */
const fewestMistyped = 7;
/** Three initials stand for hundreds of places. */
const fewestInitials = 4;

/** Finds names by Latin letters, lower case, ü typed v. */
export class LetterIndex {
  /** The pinyin of a name by its number. */
  readonly spell: (id: number) => string;
  readonly #spellInitials: (id: number) => string;
  readonly #whole: HashIndex;
  readonly #initials: HashIndex;
  readonly #mistyped: EditIndex;

  constructor({ texts, sounds }: KnownNames, syllables: Syllables) {
    this.spell = (id) => syllables.spell(sounds[id] ?? "");
    this.#spellInitials = (id) => syllables.spellInitials(sounds[id] ?? "");
    this.#whole = new HashIndex((add) => {
      for (const id of texts.keys()) add(hashText(this.spell(id)), id);
    });
    this.#initials = new HashIndex((add) => {
      for (const [id, { length }] of texts.entries())
        if (length >= fewestInitials) add(hashText(this.#spellInitials(id)), id);
    });
    this.#mistyped = new EditIndex(this.spell, (add) => {
      for (const id of texts.keys()) if (this.spell(id).length >= fewestMistyped) add(id);
    });
  }

  find(letters: string): LetterMatches {
    if (letters.length < fewestLetters) return { whole: [], mistyped: [], initials: [] };
    return {
      whole: findEqual(this.#whole, letters, this.spell),
      mistyped:
        letters.length < fewestMistyped
          ? []
          : this.#mistyped.find(letters, new RollingHash(letters), 0),
      initials: findEqual(this.#initials, letters, this.#spellInitials),
    };
  }
}

function findEqual(
  index: HashIndex,
  letters: string,
  spell: (id: number) => string,
): readonly number[] {
  const found: number[] = [];
  index.visit(hashText(letters), (id) => {
    if (spell(id) === letters) found.push(id);
  });
  return found;
}
