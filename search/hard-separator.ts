/** Marks within which the engine reads on (measured on 1.21); any other mark ends its phrase and begins a new one. */
const soft =
  /^(?:[-\s，,：:.．（()）“”‘’'《》〈〉「」『』【】[\]{}–—/／·|｜+＋=<>%％‰…~～&#@*_^]|\u2063)*$/u;
const hardWithSpace = /[.,]\s/;
const letterOrDigit = /[\p{L}\p{Nd}]/u;

/**
 * How many times the engine parts a phrase of these pieces. It then wants all parts, but lets them stand apart:
 * the phrase is found, and so are sections that hold its parts elsewhere.
 */
export function countHardSeparators(pieces: readonly string[]): number {
  return pieces.filter((piece) => !letterOrDigit.test(piece) && isHard(piece)).length;
}

function isHard(piece: string): boolean {
  return !soft.test(piece) || hardWithSpace.test(piece);
}
