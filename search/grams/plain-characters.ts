/** What a character is by itself: `sign` a Chinese character or a mark, `point` a mark that may stand in a number. */
export const characterKinds = {
  unknown: 0,
  blank: 1,
  sign: 2,
  point: 3,
  digit: 4,
  letter: 5,
} as const;
export type CharacterKind = (typeof characterKinds)[keyof typeof characterKinds];

/**
 * The characters that nearly all text consists of, by their UTF-16 unit. What is not `unknown` is one unit before and
 * after folding (`folded`), and none of them is joined to its neighbour by folding: combining marks are unknown.
 */
export interface PlainCharacters {
  readonly kinds: Uint8Array;
  readonly folded: Uint16Array;
}

const chinese = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

/** ASCII, its full-width twins, and the marks of Chinese print. */
const others = [
  [0x00, 0x7e],
  [0xa0, 0xa0],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0x2010, 0x2015],
  [0x2018, 0x2022],
  [0x25a0, 0x25cf],
  [0x3000, 0x3003],
  [0x3005, 0x3020],
  [0xff01, 0xff5e],
] as const;

/** `fold` makes what is printed in several ways alike. */
export function buildPlainCharacters(fold: (text: string) => string): PlainCharacters {
  const kinds = new Uint8Array(0x1_0000);
  const folded = new Uint16Array(0x1_0000);
  for (const [first, last] of chinese) {
    kinds.fill(characterKinds.sign, first, last + 1);
    for (let code = first; code <= last; code += 1) folded[code] = code;
  }
  for (const [first, last] of others) {
    for (let code = first; code <= last; code += 1) {
      const plain = fold(String.fromCharCode(code));
      if (plain.length !== 1) continue;
      kinds[code] = findKind(plain);
      folded[code] = plain.charCodeAt(0);
    }
  }
  return { kinds, folded };
}

function findKind(char: string): CharacterKind {
  if (char === "." || char === ",") return characterKinds.point;
  if (/\d/.test(char)) return characterKinds.digit;
  if (/[a-z]/.test(char)) return characterKinds.letter;
  if (/[\s\p{C}]/u.test(char)) return characterKinds.blank;
  if (/[\p{L}\p{M}\p{N}]/u.test(char) && !/\p{Script=Han}/u.test(char))
    return characterKinds.unknown;
  return characterKinds.sign;
}
