import { pinyin } from "pinyin-pro";
import type { Division } from "../../corpus/division.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";

/** The words of levels in pinyin, with what a name ends in that has one. */
const levelWords: readonly (readonly [string, RegExp])[] = [
  ["zizhiqu", /自治区$/u],
  ["zizhizhou", /自治州$/u],
  ["zizhixian", /自治县$/u],
  ["zizhiqi", /自治旗$/u],
  ["jiedao", /街道$/u],
  ["diqu", /地区$/u],
  ["sheng", /省$/u],
  ["xiang", /乡$/u],
  ["xian", /县$/u],
  ["zhen", /镇$/u],
  ["zhou", /州$/u],
  ["meng", /盟$/u],
  ["shi", /市$/u],
  ["qu", /区$/u],
  ["qi", /旗$/u],
];

/** Shorter letters are the beginning of too much. */
const shortest = 3;
const longest = 40;
/** What comes after the second reading of a character is of old books. */
const mostReadings = 2;
const mostKept = 1_000;

/**
 * Places by the pinyin of their names, with or without the word of their level, tones left out, ü as v. Names are read
 * character by character, in every reading. The first question reads the first characters of all names, some 20 ms.
 */
export class SpelledPlaces {
  readonly #gazetteer: Gazetteer;
  readonly #readings = new Map<string, readonly string[]>();
  /** What was asked for last, the oldest forgotten first: one search asks for the same many times. */
  readonly #found = new Map<string, readonly Division[]>();
  #byLetter: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** The places that letters may be the pinyin of; spaces and apostrophes between syllables mean nothing. */
  find(letters: string): readonly Division[] {
    const typed = letters
      .toLowerCase()
      .replaceAll(/[\s'’]/gu, "")
      .replaceAll("ü", "v");
    if (typed.length < shortest || typed.length > longest || !/^[a-z]+$/.test(typed)) return [];
    const found = this.#found.get(typed) ?? this.#read(typed);
    this.#found.set(typed, found);
    const [oldest] = this.#found.keys();
    if (this.#found.size > mostKept && oldest !== undefined) this.#found.delete(oldest);
    return found;
  }

  #read(typed: string): readonly Division[] {
    const ofLevel = levelWords.flatMap(([word, ending]) =>
      typed.endsWith(word)
        ? this.#findStem(typed.slice(0, -word.length)).filter(({ name }) => ending.test(name))
        : [],
    );
    return [...new Set([...ofLevel, ...this.#findStem(typed)])];
  }

  #findStem(typed: string): readonly Division[] {
    const stems = this.#gazetteer.readStems();
    this.#byLetter ??= this.#groupByLetter(stems.keys());
    const possible = this.#byLetter.get(typed.charAt(0)) ?? [];
    return possible
      .filter((stem) => this.#spells(typed, stem))
      .flatMap((stem) => stems.get(stem) ?? []);
  }

  #groupByLetter(stems: Iterable<string>): ReadonlyMap<string, readonly string[]> {
    const groups = new Map<string, string[]>();
    for (const stem of stems) {
      const letters = this.#readCharacter(stem.charAt(0)).map((reading) => reading.charAt(0));
      for (const letter of new Set(letters)) {
        const group = groups.get(letter);
        if (group) group.push(stem);
        else groups.set(letter, [stem]);
      }
    }
    return groups;
  }

  #spells(typed: string, stem: string): boolean {
    if (stem === "") return typed === "";
    return this.#readCharacter(stem.charAt(0)).some(
      (reading) =>
        typed.startsWith(reading) && this.#spells(typed.slice(reading.length), stem.slice(1)),
    );
  }

  #readCharacter(char: string): readonly string[] {
    const known = this.#readings.get(char);
    if (known !== undefined) return known;
    const read = pinyin(char, { toneType: "none", type: "array", multiple: true, v: true });
    const readings = [...new Set(read)]
      .filter((each) => /^[a-z]+$/.test(each))
      .slice(0, mostReadings);
    this.#readings.set(char, readings);
    return readings;
  }
}
