import { buildTerm, type QueryTerm } from "../query-terms.ts";

const letterOrDigit = /[\p{L}\p{Nd}]/u;
const singleHan = /^\p{Script=Han}$/u;
const allHan = /^\p{Script=Han}+$/u;
/** Of what is longer, a pair of characters tells too little. */
const longestInPairs = 4;

/**
 * The words of a term that is nowhere as a whole; where single characters are left, or it is one word, what stands side
 * by side in it. A single character (the unit of a number, what is left of a name) is no word: it stands everywhere.
 */
export function listPieces({ pieces }: Pick<QueryTerm, "pieces">): readonly string[] {
  const words = pieces.filter((piece) => letterOrDigit.test(piece));
  const whole = words.join("");
  const longer = words.filter((word) => !singleHan.test(word) && word !== whole);
  const isDoubtful = longer.length < words.length;
  const parts = isDoubtful && allHan.test(whole) ? cutHan(Array.from(whole)) : [];
  return [...new Set([...longer, ...parts])];
}

/** Pairs of a short word, halves of a long one. */
function cutHan(characters: readonly string[]): readonly string[] {
  const { length } = characters;
  if (length < 3) return [];
  const half = Math.ceil(length / 2);
  if (length > longestInPairs)
    return [characters.slice(0, half).join(""), characters.slice(half).join("")];
  return characters.slice(1).map((char, at) => `${characters[at] ?? ""}${char}`);
}

/** A term that is nowhere as its words or parts. */
export function splitTerm(term: QueryTerm): readonly QueryTerm[] {
  return listPieces(term).flatMap((word) => buildTerm([word], false));
}
