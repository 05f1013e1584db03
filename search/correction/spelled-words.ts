import { pinyin } from "pinyin-pro";

/** A word and how often it occurs in Chinese, the more the greater. */
interface Entry {
  readonly word: string;
  readonly count: number;
}

const shortestPart = 4;
const longestLetters = 24;
/** What comes after the third reading of a character is of old books. */
const mostReadings = 3;
/** Initials of fewer characters stand for too many words. */
const shortestInitials = 4;
const mostPerPart = 2;
const mostProposed = 8;

/** Words side by side, and how frequent they are together. */
interface Sequence {
  readonly words: number;
  readonly text: string;
  readonly count: number;
}

/**
 * Words of a whole dictionary by their pinyin: what somebody typed in Latin letters may be any word, not only a place or
 * a term of the field. Words are kept by the first letter and the length of their pinyin, so that a search looks at few
 * of them, and longer ones by their initials (ljfl).
 */
export class SpelledWords {
  readonly #syllables = new Map<string, readonly string[]>();
  readonly #byShape = new Map<string, Entry[]>();
  readonly #byInitials = new Map<string, Entry[]>();

  /** `lines` are `word count kind`, as jieba's dictionary has them. */
  constructor(lines: Iterable<string>) {
    this.add(lines);
  }

  /** More lines. */
  add(lines: Iterable<string>): void {
    for (const line of lines) {
      const [word = "", count = "0"] = line.split(" ", 2);
      if (!/^\p{Script=Han}{2,8}$/u.test(word)) continue;
      const entry = { word, count: Number(count) };
      for (const shape of this.#listShapes(word)) put(this.#byShape, shape, entry);
      if (word.length >= shortestInitials) put(this.#byInitials, this.#readInitials(word), entry);
    }
  }

  /** Words, or a few side by side, that are spelled so: the fewest words first, then the most frequent; at most eight. */
  find(letters: string): readonly string[] {
    const typed = letters
      .toLowerCase()
      .replaceAll("ü", "v")
      .replaceAll(/['’\s]/g, "");
    if (!/^[a-z]+$/.test(typed) || typed.length > longestLetters) return [];
    const whole = this.#list(typed).slice(0, mostProposed);
    const found = [...whole, ...this.#findSequences(typed)];
    const initials = found.length > 0 ? [] : (this.#byInitials.get(typed) ?? []);
    return [...new Set([...found, ...sortEntries(initials)])].slice(0, mostProposed);
  }

  /** From the front: for each beginning the sequences of the fewest words that spell it. */
  #findSequences(typed: string): readonly string[] {
    const found: Sequence[][] = [[{ words: 0, text: "", count: 0 }]];
    for (let end = shortestPart; end <= typed.length; end += 1) {
      const sequences: Sequence[] = [];
      for (let start = 0; start <= end - shortestPart; start += 1) {
        const before = found[start] ?? [];
        if (before.length === 0) continue;
        for (const { word, count } of this.#listEntries(typed.slice(start, end)).slice(
          0,
          mostPerPart,
        ))
          for (const one of before)
            sequences.push({
              words: one.words + 1,
              text: one.text + word,
              count: one.count + Math.log(1 + count),
            });
      }
      sequences.sort((a, b) => a.words - b.words || b.count - a.count);
      found[end] = sequences.slice(0, mostProposed);
    }
    return (found[typed.length] ?? []).map(({ text }) => text);
  }

  #list(letters: string): readonly string[] {
    return sortEntries(this.#listEntries(letters));
  }

  #listEntries(letters: string): readonly Entry[] {
    const same = (this.#byShape.get(`${letters.charAt(0)}${letters.length}`) ?? []).filter(
      ({ word }) => this.#isSpelled(word, letters),
    );
    return same.toSorted((a, b) => b.count - a.count);
  }

  /** The first letter of a word and how many it has, by the readings of its characters. */
  #listShapes(word: string): ReadonlySet<string> {
    let lengths = new Map([["", 0]]);
    for (const char of word) {
      const next = new Map<string, number>();
      for (const [first, length] of lengths)
        for (const syllable of this.#read(char)) {
          const letter = first === "" ? syllable.charAt(0) : first.charAt(0);
          next.set(`${letter}${length + syllable.length}`, length + syllable.length);
        }
      lengths = next;
    }
    return new Set(lengths.keys());
  }

  #isSpelled(word: string, letters: string): boolean {
    let ends = new Set([0]);
    for (const char of word) {
      const read = this.#read(char);
      ends = new Set(
        [...ends].flatMap((at) =>
          read.flatMap((syllable) =>
            letters.startsWith(syllable, at) ? [at + syllable.length] : [],
          ),
        ),
      );
      if (ends.size === 0) return false;
    }
    return ends.has(letters.length);
  }

  #readInitials(word: string): string {
    let initials = "";
    for (const char of word) initials += this.#read(char)[0]?.charAt(0) ?? "";
    return initials;
  }

  /** The readings of a character, the usual one first (长: chang, zhang). */
  #read(char: string): readonly string[] {
    const known = this.#syllables.get(char);
    if (known !== undefined) return known;
    const options = { toneType: "none", type: "array", multiple: true, v: true } as const;
    const read = [...new Set(pinyin(char, options))].slice(0, mostReadings);
    this.#syllables.set(char, read);
    return read;
  }
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else entries.push(entry);
}

/** The words of entries, the most frequent first. */
function sortEntries(entries: readonly Entry[]): readonly string[] {
  return entries.toSorted((a, b) => b.count - a.count).map(({ word }) => word);
}
