import { particles } from "./dictionary.ts";
import { questionWords } from "../relaxed/question-words.ts";

const wordPiece = /[\p{L}\p{Nd}]/u;
const connector = /^[-.@/:_+&~#?=%]{1,3}$/;
const singleHan = /^\p{Script=Han}$/u;
const plainPiece = /^[\p{Nd}A-Za-z]/u;

/**
 * The words of typed text that was cut into pieces, each as its pieces; those that say nothing of what is looked for are
 * left out where there are others.
 */
export function readWords(pieces: readonly string[]): readonly (readonly string[])[] {
  const words = readRuns(pieces).flatMap((run) => joinSingles(joinWords(run)));
  const meaningful = words.filter((word) => !isFiller(word));
  return meaningful.length > 0 ? meaningful : words;
}

/** Words that say nothing of what is looked for. */
function isFiller(word: readonly string[]): boolean {
  const text = word.join("");
  return questionWords.has(text) || (word.length === 1 && particles.has(text));
}

/** Pieces with letters or digits that stand side by side; a connector stays within an address, a date, COVID-19. */
function readRuns(pieces: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let open: string[] | null = null;
  for (const [index, piece] of pieces.entries()) {
    if (wordPiece.test(piece) || (open !== null && isConnector(pieces, index))) {
      if (open === null) runs.push((open = []));
      open.push(piece);
    } else open = null;
  }
  return runs;
}

function isConnector(pieces: readonly string[], index: number): boolean {
  return (
    connector.test(pieces[index] ?? "") &&
    plainPiece.test(pieces[index - 1] ?? "") &&
    plainPiece.test(pieces[index + 1] ?? "")
  );
}

/** The words of a run: single characters side by side are a name that no dictionary knows, and stay together. */
function joinWords(run: readonly string[]): readonly (readonly string[])[] {
  const words: string[][] = [];
  for (const [index, piece] of run.entries()) {
    const before = run[index - 1] ?? "";
    const joins =
      (singleHan.test(piece) &&
        singleHan.test(before) &&
        !particles.has(piece) &&
        !particles.has(before)) ||
      (/^\p{Nd}/u.test(before) && units.has(piece)) ||
      isConnector(run, index) ||
      isConnector(run, index - 1);
    const word = words.at(-1);
    if (joins && word) word.push(piece);
    else words.push([piece]);
  }
  return words;
}

const shortWord = /^\p{Script=Han}{2}$/u;
const negation = /^[不未无非]$/u;
const level = /^[省市县区乡镇村]$/u;

/**
 * A single character that is left beside a short word belongs to it (石鼓渡, 未公开): alone it would be found anywhere.
 * It goes with the word before it; with the one behind only where it denies that or begins what was typed.
 */
function joinSingles(words: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const joined: (readonly string[])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = [], before = [], next = []] = [words[at], joined.at(-1), words[at + 1]];
    if (isSingle(word) && takesSingle(next) && leadsOn(word, at)) {
      joined.push([...word, ...next]);
      at += 1;
    } else if (isSingle(word) && takesSingle(before))
      joined[joined.length - 1] = [...before, ...word];
    else joined.push(word);
  }
  return joined;
}

function leadsOn([char = ""]: readonly string[], at: number): boolean {
  return negation.test(char) || (at === 0 && !level.test(char));
}

function isSingle(word: readonly string[]): boolean {
  return singleHan.test(word.join("")) && !isFiller(word);
}

function takesSingle(word: readonly string[]): boolean {
  return shortWord.test(word.join("")) && !isFiller(word);
}

/** 2023年, 12件: the number alone would be found anywhere. */
const units: ReadonlySet<string> = new Set([
  "年",
  "件",
  "条",
  "次",
  "人",
  "份",
  "起",
  "场",
  "期",
  "万元",
  "个",
]);
