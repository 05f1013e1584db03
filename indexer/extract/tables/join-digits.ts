import { readNumber, type PrintedNumber } from "./read-number.ts";

const mostPieces = 4;
const longestNumber = 16;

/**
 * The number that pieces of digits in one cell (`12 3`) would be together; null where they are none: a number of more
 * digits than one begins with no zero.
 */
export function joinDigits(text: string): PrintedNumber | null {
  const pieces = text.trim().split(/[^\S\t]+/u);
  if (pieces.length < 2 || pieces.length > mostPieces) return null;
  const joined = pieces.join("");
  if (joined.length > longestNumber || !/^[+＋\-－]?[1-9１-９][\p{Nd},，.．]*$/u.test(joined))
    return null;
  const number = readNumber(joined, 0);
  return number && number.end === joined.length && number.value !== null
    ? { ...number, raw: text }
    : null;
}
