import { quotationMark } from "./read-phrase.ts";
import { matchAt, type QuerySource } from "./query-source.ts";

const breaking = /[ ()|、。]/u;
const soft = /[,;!?]/u;
const joined = /[A-Za-z0-9=/&#]/;
const address = /[A-Za-z][A-Za-z0-9+.-]*:\/\//uy;

/** Marks that part words and mean nothing else, in a folded query. */
export const separator = /[,;!?、。]/u;

/** Where the word that begins at `start` ends. An address, a number with separators and COVID-19 are one word. */
export function findWordEnd(source: QuerySource, start: number): number {
  const { query, folded } = source;
  const inAddress = matchAt(source, address, start) !== null;
  let at = start;
  while (at < folded.length) {
    const char = folded.charAt(at);
    if (quotationMark.test(char) || breaking.test(char)) break;
    const halfWidth = query.charAt(at) === char;
    if (soft.test(char) && !(inAddress && halfWidth) && !isWithin(source, at)) break;
    at += 1;
  }
  return at;
}

/** Whether a comma parts thousands, or another mark stands within Latin letters (`a?b`). */
function isWithin({ query, folded }: QuerySource, at: number): boolean {
  if (folded.charAt(at) === ",")
    return (
      /(?<!\d)\d{1,3}$/.test(folded.slice(Math.max(0, at - 4), at)) &&
      /^\d{3}(?!\d)/.test(folded.slice(at + 1, at + 5))
    );
  return (
    query.charAt(at) === folded.charAt(at) &&
    joined.test(folded.charAt(at - 1)) &&
    joined.test(folded.charAt(at + 1))
  );
}

/** Whether a word of a folded query stands between two of which either will do. */
export function isOrWord(word: string): boolean {
  return word === "OR" || word === "或";
}

/** Whether a word of a folded query is one of the grammar's, and nothing to be found unless it stands in a phrase. */
export function isOperatorWord(word: string): boolean {
  return isOrWord(word) || word === "AND" || word === "NOT";
}

/** Whether there is anything in it that a text can hold: a letter or a digit. */
export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.normalize("NFKC"));
}
