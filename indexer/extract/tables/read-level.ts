import { readHanNumber } from "../sections/read-han-number.ts";

/** A numbering by how deep lists of its kind stand, 1 the outermost (`一、`), and which number it is. */
export interface NumberingLevel {
  readonly level: number;
  readonly ordinal: number;
}

const levels: readonly RegExp[] = [
  /^([一二三四五六七八九十]+)[、.．]/u,
  /^[（(]([一二三四五六七八九十]+)[）)]/u,
  /^([0-9０-９]+)[.．、]/u,
  /^[（(]([0-9０-９]+)[）)]/u,
  /^([①-⑳])/u,
];

/** Reads the numbering printed before a label, 其中 left out; null where there is no number. */
export function readLevel(numbering: string | null): NumberingLevel | null {
  const plain = (numbering ?? "").replace(/\s/gu, "").replace(/^其中[:：]?/u, "");
  for (const [at, pattern] of levels.entries()) {
    const number = pattern.exec(plain)?.[1];
    if (number !== undefined) return { level: at + 1, ordinal: readOrdinal(number) };
  }
  return null;
}

function readOrdinal(number: string): number {
  const digits = number.normalize("NFKC");
  return /^\d+$/u.test(digits) ? Number(digits) : readHanNumber(number);
}
