const firstHan = 0x3400;

/** The two Chinese characters that a gram stands for; null where it is of something else. */
export function decodePair(gram: string): readonly [one: number, other: number] | null {
  if (gram.length !== 6 || gram.charAt(0) > "l" || gram.charAt(3) > "l") return null;
  return [decode(gram.slice(0, 3)), decode(gram.slice(3))];
}

function decode(code: string): number {
  return firstHan + Number.parseInt(code, 36);
}
