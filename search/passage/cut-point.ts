/** How far a cut may move out of a Latin word, in UTF-16 units; a longer one is no word but an address or a digest. */
const wordReach = 24;
/** How far out of a number: none is longer. */
const numberReach = 400;

const digit = /\p{Nd}/u;
const wordCharacter = /[A-Za-z\d]/;
const marksWithin = /[.,．，]/u;
const signsBefore = /[-−－+＋±]/u;
const signsBehind = /[%％‰]/u;

/**
 * Moves a cut out of a number with its sign and its %, a Latin word, a character of two units or one with marks on it:
 * forward with step 1, back with -1. A place between two of these stays.
 */
export function moveCut(text: string, cut: number, step: 1 | -1): number {
  const leave = (from: number, reach: number, isWithin: (text: string, at: number) => boolean) => {
    let at = from;
    while (at > 0 && at < text.length && Math.abs(at - from) < reach && isWithin(text, at))
      at += step;
    return at;
  };
  const word = leave(leave(cut, numberReach, isWithinNumber), wordReach, isWithinWord);
  return leave(leave(word, numberReach, isWithinNumber), numberReach, isWithinCharacter);
}

function isWithinNumber(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (digit.test(before)) {
    if (digit.test(after) || signsBehind.test(after)) return true;
    return marksWithin.test(after) && digit.test(text.charAt(at + 1));
  }
  if (!digit.test(after)) return false;
  if (signsBefore.test(before)) return true;
  return marksWithin.test(before) && digit.test(text.charAt(at - 2));
}

function isWithinWord(text: string, at: number): boolean {
  if (isWithinCharacter(text, at) || isWithinNumber(text, at)) return true;
  return wordCharacter.test(text.charAt(at - 1)) && wordCharacter.test(text.charAt(at));
}

function isWithinCharacter(text: string, at: number): boolean {
  const isPair =
    /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
  return isPair || /^[\p{M}\u200D]/u.test(text.slice(at, at + 2));
}
