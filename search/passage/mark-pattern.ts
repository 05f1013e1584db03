/** The expressions that find a term in folded text: first numbers and Latin words as wholes, then within others. */
export interface MarkPattern {
  readonly whole: RegExp;
  readonly loose: RegExp;
}

const han = /\p{Script=Han}/u;
const space = /\s/u;
const digit = /\p{Nd}/u;
const letterOrDigit = /[\p{L}\p{M}\p{Nd}]/u;
const special = /[\\^$.*+?()[\]{}|/]/g;
const wholeStart = String.raw`(?<![\p{Script=Latin}\p{Nd}])(?<!\p{Nd}[.,])`;
const wholeEnd = String.raw`(?![\p{Script=Latin}\p{Nd}])(?![.,]\p{Nd})`;
const looseStart = String.raw`(?<![\p{Script=Latin}\p{Nd}])`;

/**
 * Builds the expressions for a folded term. Between Chinese characters white space may stand, as a line break
 * does; a mark of punctuation matches any run of up to eight, but for the marks of a number. No part repeats without a bound.
 */
export function buildMarkPattern(term: string): MarkPattern {
  const characters = dropSpaces(Array.from(term));
  const body = characters
    .map((char, index) => buildCharacter(char, characters[index - 1], characters[index + 1]))
    .join("");
  const [first, last] = [characters.at(0) ?? "", characters.at(-1) ?? ""];
  const start = needsEdge(first);
  return {
    whole: new RegExp((start ? wholeStart : "") + body + (needsEdge(last) ? wholeEnd : ""), "gu"),
    loose: new RegExp(
      (start ? looseStart : "") + body + (digit.test(last) ? String.raw`(?!\p{Nd})` : ""),
      "gu",
    ),
  };
}

/** White space beside a Chinese character parts nothing. */
function dropSpaces(characters: readonly string[]): readonly string[] {
  return characters.filter((char, at) => {
    if (!space.test(char)) return true;
    const before = characters.slice(0, at).findLast((one) => !space.test(one));
    const next = characters.slice(at).find((one) => !space.test(one));
    return !han.test(before ?? "") && !han.test(next ?? "");
  });
}

function buildCharacter(
  char: string,
  before: string | undefined,
  after: string | undefined,
): string {
  const literal = char.replaceAll(special, String.raw`\$&`);
  if (!letterOrDigit.test(char)) {
    const ofNumber = digit.test(before ?? "") && (after === undefined || digit.test(after));
    if (ofNumber) return literal;
    const first = before === undefined || letterOrDigit.test(before);
    return first ? String.raw`[\s\p{P}\p{S}\p{C}]{1,8}` : "";
  }
  const follows = before !== undefined && letterOrDigit.test(before);
  const joins = follows && (han.test(before) || han.test(char));
  return (joins ? String.raw`\s{0,4}` : "") + literal;
}

function needsEdge(char: string): boolean {
  return letterOrDigit.test(char) && !han.test(char);
}
