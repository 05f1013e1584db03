const idBits = 22;
const idRange = 2 ** idBits;

/**
 * Numbers by hashes of 31 bits, as one sorted array: eight bytes an entry, where a map of arrays takes a hundred.
 * Different texts may share a hash.
 */
export class HashIndex {
  readonly #entries: Float64Array;

  /** `visit` is given what takes each entry; numbers are below 2^22, larger ones are left out. */
  constructor(visit: (add: (hash: number, id: number) => void) => void) {
    const entries: number[] = [];
    visit((hash, id) => {
      if (id < idRange) entries.push(hash * idRange + id);
    });
    this.#entries = Float64Array.from(entries).sort();
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Calls `see` with each number under a hash, smallest first. */
  visit(hash: number, see: (id: number) => void): void {
    const first = hash * idRange;
    for (let at = this.#findFirst(first); at < this.#entries.length; at += 1) {
      const id = (this.#entries[at] ?? Infinity) - first;
      if (id >= idRange) return;
      see(id);
    }
  }

  #findFirst(least: number): number {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle] ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
