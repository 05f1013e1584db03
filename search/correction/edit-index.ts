import { countEdits } from "../language/nearest-name.ts";
import { HashIndex } from "./hash-index.ts";
import { RollingHash } from "./rolling-hash.ts";

/**
 * Finds texts one slip away (a character more, less, another, or elsewhere, as when two neighbours are swapped) by the deletions of both
 * sides, as SymSpell does (Wolf Garbe, https://github.com/wolfgarbe/SymSpell): texts that are one slip apart are alike
 * or become so when each loses at most one character.
 */
export class EditIndex {
  readonly #texts: (id: number) => string;
  readonly #index: HashIndex;

  /** `texts` gives the texts by number; only those for which `visit` calls are found. */
  constructor(texts: (id: number) => string, visit: (add: (id: number) => void) => void) {
    this.#texts = texts;
    this.#index = new HashIndex((add) => {
      visit((id) => {
        const text = texts(id);
        visitShortened(new RollingHash(text), { start: 0, end: text.length }, (hash) =>
          add(hash, id),
        );
      });
    });
  }

  get size(): number {
    return this.#index.size;
  }

  /** Numbers of the texts one slip away from a stretch of the text that was hashed, smallest first. */
  find(text: string, hashes: RollingHash, start: number): readonly number[] {
    const found = new Set<number>();
    visitShortened(hashes, { start, end: start + text.length }, (hash) => {
      this.#index.visit(hash, (id) => {
        if (!found.has(id) && isSlip(text, this.#texts(id))) found.add(id);
      });
    });
    return [...found].sort((a, b) => a - b);
  }
}

function isSlip(typed: string, text: string): boolean {
  return countEdits(typed, text, 1) === 1 || isMoved(typed, text);
}

/** Whether one character stands elsewhere (依申公开请 for 依申请公开). */
export function isMoved(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  let [start, end] = [0, one.length];
  while (one.charAt(start) === other.charAt(start)) start += 1;
  while (one.charAt(end - 1) === other.charAt(end - 1)) end -= 1;
  const [left, right] = [one.slice(start, end), other.slice(start, end)];
  return left.slice(1) + left.charAt(0) === right || right.slice(1) + right.charAt(0) === left;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function visitShortened(
  hashes: RollingHash,
  { start, end }: Stretch,
  see: (hash: number) => void,
): void {
  see(hashes.readStretch(start, end));
  for (let left = start; left < end; left += 1) see(hashes.readWithout(start, end, left));
}
