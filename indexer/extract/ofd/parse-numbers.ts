import { identity, type Matrix } from "../pdf/matrix.ts";

/** Numbers parted by white space (ST_Array, ST_Box); none where one is no number. */
export function parseNumbers(text: string): readonly number[] {
  const numbers = splitWords(text).map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}

/** A matrix of six numbers; the one that changes nothing where there are not six. */
export function parseMatrix(text: string | null): Matrix {
  const [a, b, c, d, e, f] = parseNumbers(text ?? "");
  const isWhole = [a, b, c, d, e, f].every((value) => value !== undefined);
  return isWhole ? [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0] : identity;
}

/**
 * The steps from each character to the next (`DeltaX`): numbers, and `g 3 4.2` for 4.2 three times.
 * At most `most` are listed.
 */
export function parseDeltas(text: string | null, most: number): readonly number[] {
  const deltas: number[] = [];
  const words = splitWords(text ?? "");
  for (let at = 0; at < words.length && deltas.length < most; at++) {
    const isRepeated = words[at] === "g";
    const count = isRepeated ? Number(words[at + 1]) : 1;
    const delta = Number(words[isRepeated ? at + 2 : at]);
    if (isRepeated) at += 2;
    if (!Number.isFinite(delta) || !(count >= 1)) continue;
    const left = Math.min(count, most - deltas.length);
    for (let index = 0; index < left; index++) deltas.push(delta);
  }
  return deltas;
}

function splitWords(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}
