import { listNameForms } from "../places/place-pinyin.ts";
import type { Syllables } from "./syllables.ts";

/**
 * What a query may be corrected to, numbered: terms first, then names and their stems as they came. `sounds` are the
 * codes of the syllables of each.
 */
export interface KnownNames {
  readonly texts: readonly string[];
  readonly sounds: readonly string[];
  readonly termCount: number;
  readonly has: (text: string) => boolean;
}

/** Names longer than this are not typed wholly, and are not corrected. */
export const longestName = 12;
const plainName = new RegExp(`^[\\u3400-\\u9FFF]{2,${longestName}}$`, "u");

/** Lists terms, and names with the forms in which they are typed, each once, of two to twelve Chinese characters. */
export function buildKnownNames(
  names: Iterable<string>,
  terms: Iterable<string>,
  syllables: Syllables,
): KnownNames {
  const sounds = new Map<string, string>();
  for (const term of terms) addForm(sounds, term, readSound(term, syllables));
  const termCount = sounds.size;
  for (const name of new Set(names)) addName(sounds, name, syllables);
  return {
    texts: [...sounds.keys()],
    sounds: [...sounds.values()],
    termCount,
    has: (text) => sounds.has(text),
  };
}

function addName(sounds: Map<string, string>, name: string, syllables: Syllables): void {
  const whole = readSound(name, syllables);
  for (const form of listNameForms(name)) {
    const isBeginning = whole !== null && name.startsWith(form);
    // Reading is the slow part, and a name tells how its stem is read.
    const sound = isBeginning ? whole.slice(0, form.length) : readSound(form, syllables);
    addForm(sounds, form, sound);
  }
}

function addForm(sounds: Map<string, string>, form: string, sound: string | null): void {
  if (sound !== null && plainName.test(form) && !sounds.has(form)) sounds.set(form, sound);
}

function readSound(name: string, syllables: Syllables): string | null {
  return /^[\u3400-\u9FFF]+$/u.test(name) ? syllables.readName(name) : null;
}
