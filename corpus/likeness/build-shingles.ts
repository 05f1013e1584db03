import { foldProse } from "./fold-prose.ts";

/** UTF-16 units of a shingle. Five are long enough that few stand in two texts by chance, and survive edits near by. */
export const shingleLength = 5;

/** UTF-16 units of a text that are read: no section that anyone writes is a fifth as long. */
export const longestText = 100_000;

/**
 * The shingles of a text, of its first 100,000 characters: every run of five characters within a sentence or cell, as foldProse writes them, each once.
 * Sets of shingles and their resemblance are those of A. Broder, On the resemblance and containment of documents,
 * Proc. Compression and Complexity of Sequences 1997, pp. 21–29.
 */
export function buildShingles(
  text: string,
  boilerplate: Boilerplate = nothing,
): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (const piece of foldProse(text.slice(0, longestText))) {
    for (let at = 0; at + shingleLength <= piece.length; at += 1) {
      const shingle = piece.slice(at, at + shingleLength);
      if (!boilerplate.has(shingle)) shingles.add(shingle);
    }
  }
  return shingles;
}

/** Shingles that everybody writes and that therefore tell nothing. */
export type Boilerplate = Pick<ReadonlySet<string>, "has">;

const nothing: Boilerplate = new Set();
