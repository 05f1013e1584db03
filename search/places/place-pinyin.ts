import { pinyin } from "pinyin-pro";
import { findStem } from "../../corpus/divisions/short-names.ts";

/** How a name is typed in Latin letters: 官庄镇 is `guanzhuangzhen` and `gzz`; ü is typed v. */
export interface Pinyin {
  readonly full: string;
  readonly initials: string;
}

/** Full pinyin and initials of a name, lower case, without tones; characters without pinyin are kept. */
export function readPinyin(name: string): Pinyin {
  const syllables = pinyin(name, {
    toneType: "none",
    type: "array",
    v: true,
    nonZh: "consecutive",
  });
  const plain = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/\s/g, ""));
  return { full: plain.join(""), initials: plain.map((syllable) => syllable.slice(0, 1)).join("") };
}

const bodyWord = /(?:人民政府|街道办事处|办事处|管理委员会|管委会)$/u;

/**
 * The forms of a name that people type: as it is, without 人民政府, and its stem without the word of its level
 * (官庄镇人民政府, 官庄镇, 官庄). A stem of one character is left out.
 */
export function listNameForms(name: string): readonly string[] {
  const place = name.replace(bodyWord, "") || name;
  const stem = findStem(place);
  return [...new Set([name, place, ...(stem.length > 1 ? [stem] : [])])];
}

/**
 * The words of the attribute `py`: pinyin and initials of every form of every name,
 * and the stems of neighbouring names together (蓟州 and 官庄: `jizhouguanzhuang`).
 * `places` run from the province down.
 */
export function buildPinyinWords(places: readonly string[], agency: string): readonly string[] {
  const forms = [...places, agency].flatMap((name) => [...listNameForms(name)]);
  const stems = places.map((name) => listNameForms(name).at(-1) ?? name);
  const pairs = stems.slice(1).map((stem, index) => (stems[index] ?? "") + stem);
  const words = [...forms, ...pairs].flatMap((form) => {
    const { full, initials } = readPinyin(form);
    return [full, initials];
  });
  return [...new Set(words)].filter((word) => /^[a-z]{2,}$/.test(word));
}

/** The names of places and, without the word of their level, as people type them (官庄镇, 官庄). */
export function buildPlaceNames(places: readonly string[]): readonly string[] {
  return [...new Set(places.flatMap((name) => [...listNameForms(name)]))];
}
