import { pinyin } from "pinyin-pro";
import { countEdits } from "../language/nearest-name.ts";

/** Initials and finals that many do not tell apart, with what stands for both. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, "$1"],
  [/^l/, "n"],
  [/^f/, "h"],
  [/([aei])ng$/, "$1n"],
];

/** What comes after the third reading of a character is of old books. */
const mostReadings = 3;

/**
 * Pinyin without tones, each syllable written as one character (a code), so that the sound of a name is a text as
 * long as the name. Codes are those of one instance and mean nothing to another.
 */
export class Syllables {
  readonly #spellings: string[] = [];
  readonly #codes = new Map<string, string>();
  readonly #loose = new Map<string, string>();
  readonly #characters = new Map<string, string>();

  /** The codes of a name as it is read (重庆: chong qing), null where a character has no pinyin. */
  readName(name: string): string | null {
    const read = pinyin(name, { toneType: "none", type: "array", v: true });
    if (read.length !== name.length || !read.every(isSyllable)) return null;
    return read.map((syllable) => this.#encode(syllable)).join("");
  }

  /** The codes of the readings of a character, the usual one first; empty where it has none. */
  readCharacter(char: string): string {
    const known = this.#characters.get(char);
    if (known !== undefined) return known;
    const options = { toneType: "none", type: "array", multiple: true, v: true } as const;
    const read = [...new Set(pinyin(char, options))].filter(isSyllable).slice(0, mostReadings);
    const codes = read.map((syllable) => this.#encode(syllable)).join("");
    this.#characters.set(char, codes);
    return codes;
  }

  /** The codes with one for all that are easily taken for one another (zh/z, ch/c, sh/s, n/l, f/h, -n/-ng). */
  loosen(codes: string): string {
    let all = "";
    for (const code of codes) all += this.#loosenOne(code);
    return all;
  }

  /** Whether a reading of a character is a letter away from a syllable (悬 xuan, 县 xian). */
  isClose(char: string, code: string): boolean {
    const syllable = this.spell(code);
    return Array.from(this.readCharacter(char)).some(
      (reading) => countEdits(this.spell(reading), syllable, 1) <= 1,
    );
  }

  /** The Latin letters of codes, side by side; ü is v. */
  spell(codes: string): string {
    let letters = "";
    for (let at = 0; at < codes.length; at += 1)
      letters += this.#spellings[codes.charCodeAt(at)] ?? "";
    return letters;
  }

  /** The first letters of codes. */
  spellInitials(codes: string): string {
    let letters = "";
    for (let at = 0; at < codes.length; at += 1)
      letters += (this.#spellings[codes.charCodeAt(at)] ?? "").charAt(0);
    return letters;
  }

  #encode(syllable: string): string {
    const known = this.#codes.get(syllable);
    if (known !== undefined) return known;
    const code = String.fromCharCode(this.#spellings.length);
    this.#spellings.push(syllable);
    this.#codes.set(syllable, code);
    return code;
  }

  #loosenOne(code: string): string {
    const known = this.#loose.get(code);
    if (known !== undefined) return known;
    const loose = this.#encode(
      alike.reduce((syllable, [one, other]) => syllable.replace(one, other), this.spell(code)),
    );
    this.#loose.set(code, loose);
    return loose;
  }
}

function isSyllable(text: string): boolean {
  return /^[a-z]+$/.test(text);
}
