import { buildWord } from "./encode-unit.ts";
import { GramWriter } from "./gram-writer.ts";
import { SignWriter } from "./sign-writer.ts";
import { walkUnits } from "./walk-units.ts";

/**
 * Text as the engine finds it: every two neighbouring units as one word, and numbers and words of other scripts also
 * by themselves. A phrase of two units or more is then found wherever it stands, whatever a dictionary makes of the
 * characters round it: the overlapping n-grams of Chinese retrieval (Nie, Gao et al., SIGIR 2000). The words are coded
 * in Latin letters and digits, since the engine would cut Chinese ones again by a dictionary of its own.
 */
export function buildGrams(text: string): string {
  const writer = new GramWriter(text.length);
  walkUnits(text, writer);
  return writer.readGrams();
}

/**
 * The Chinese characters and marks of texts, each once, as words: a pair holds none by itself. Numbers and words of
 * other scripts are among the grams of a text already.
 */
export function buildSigns(texts: readonly string[]): string {
  const writer = new SignWriter();
  for (const text of texts) walkUnits(text, writer);
  return writer.readSigns();
}

/**
 * What to ask the engine for, to find a phrase: `words` must stand side by side. Null where the phrase has no unit.
 */
export interface PhraseGrams {
  readonly words: string;
  /** Whether the engine tells exactly which texts hold it: it looks at three words at a time. */
  readonly isSure: boolean;
}

export function buildPhraseGrams(phrase: string): PhraseGrams | null {
  let [count, word] = [0, ""];
  const visitSign = (): void => void (count += 1);
  const visitWord = (text: string): void => {
    count += 1;
    word = text;
  };
  walkUnits(phrase, { visitSign, visitWord });
  if (count === 0) return null;
  if (count === 1)
    return { words: word === "" ? buildSigns([phrase]) : buildWord(word), isSure: true };
  const words = buildGrams(phrase);
  return { words, isSure: words.split(" ").length <= mostSure };
}

/** Pairs of units overlap, so that three of them that stand in order are four units in a row. */
const mostSure = 3;

/** The pinyin of a name: no word of a text is written so. */
export function buildPinyinGram(word: string): string {
  return `p${word}`;
}
