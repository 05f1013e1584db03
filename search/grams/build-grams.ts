import { readUnits, type TextUnit } from "./read-units.ts";

/**
 * Text as the engine finds it: every two neighbouring units as one word, and numbers and words of other scripts also
 * by themselves. A phrase of two units or more is then found wherever it stands, whatever a dictionary makes of the
 * characters round it: the overlapping n-grams of Chinese retrieval (Nie, Gao et al., SIGIR 2000). The words are coded
 * in Latin letters and digits, since the engine would cut Chinese ones again by a dictionary of its own.
 */
export function buildGrams(text: string): string {
  const units = readUnits(text);
  const words: string[] = [];
  let before = "";
  for (const unit of units) {
    const code = encodeUnit(unit);
    if (before !== "") words.push(before + code);
    if (standsAlone(unit)) words.push(buildWord(unit));
    before = code;
  }
  return words.join(" ");
}

/**
 * The Chinese characters and marks of texts, each once, as words: a pair holds none by itself. Numbers and words of
 * other scripts are among the grams of a text already.
 */
export function buildSigns(texts: readonly string[]): string {
  const signs = new Set<string>();
  for (const text of texts)
    for (const unit of readUnits(text)) if (!standsAlone(unit)) signs.add(buildSign(unit));
  return [...signs].join(" ");
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
  const [only, ...others] = readUnits(phrase);
  if (only === undefined) return null;
  if (others.length === 0)
    return { words: standsAlone(only) ? buildWord(only) : buildSign(only), isSure: true };
  const words = buildGrams(phrase);
  return { words, isSure: words.split(" ").length <= mostSure };
}

/** Pairs of units overlap, so that three of them that stand in order are four units in a row. */
const mostSure = 3;

/** The pinyin of a name: no word of a text is written so. */
export function buildPinyinGram(word: string): string {
  return `p${word}`;
}

function standsAlone({ kind }: TextUnit): boolean {
  return kind === "number" || kind === "word";
}

function buildWord({ text }: TextUnit): string {
  return /^[a-z\d]{1,60}$/.test(text) ? `w${text}` : `v${hash(text)}`;
}

function buildSign(unit: TextUnit): string {
  return `q${encodeUnit(unit)}`;
}

const firstHan = 0x3400;
const lastHan = 0x9fff;

/** Codes of a kind begin alike and have one length each, so that two of them can be written together. */
function encodeUnit({ text, kind }: TextUnit): string {
  if (kind === "number" || kind === "word") return `x${hash(text)}`;
  const point = text.codePointAt(0) ?? 0;
  // Below `m`: three digits of base 36 hold all common characters.
  if (point >= firstHan && point <= lastHan)
    return (point - firstHan).toString(36).padStart(3, "0");
  return `y${point.toString(36).padStart(4, "0")}`;
}

/** Two FNV-1a hashes of 32 bits as 14 digits of base 36. */
function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x5bd1e995);
  }
  return [one, other].map((part) => (part >>> 0).toString(36).padStart(7, "0")).join("");
}
