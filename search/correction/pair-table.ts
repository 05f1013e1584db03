const firstHan = 0x3400;
const width = 0x8000;
const free = 0xffffffff;

/**
 * How often two Chinese characters (code points of four hexadecimal digits) stand side by side: eight bytes a pair, in
 * a table of open addressing.
 */
export class PairTable {
  #keys = new Uint32Array(1024).fill(free);
  #counts = new Uint32Array(1024);
  readonly #characters = new Set<number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Bytes of the table. */
  get bytes(): number {
    return this.#keys.byteLength + this.#counts.byteLength;
  }

  /** All characters that stand in a pair. */
  listCharacters(): readonly string[] {
    return Array.from(this.#characters, (point) => String.fromCodePoint(point));
  }

  add(one: number, other: number, times = 1): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    const key = buildKey(one, other);
    const at = this.#find(key);
    if (this.#keys[at] === free) {
      this.#keys[at] = key;
      this.#size += 1;
      this.#characters.add(one).add(other);
    }
    this.#counts[at] = (this.#counts[at] ?? 0) + times;
  }

  /** 0 for a pair that was never added. */
  count(one: number, other: number): number {
    const at = this.#find(buildKey(one, other));
    return this.#keys[at] === free ? 0 : (this.#counts[at] ?? 0);
  }

  #find(key: number): number {
    const last = this.#keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & last;
    while (this.#keys[at] !== free && this.#keys[at] !== key) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Uint32Array(keys.length * 2).fill(free);
    this.#counts = new Uint32Array(counts.length * 2);
    for (const [old, key] of keys.entries()) {
      if (key === free) continue;
      const at = this.#find(key);
      this.#keys[at] = key;
      this.#counts[at] = counts[old] ?? 0;
    }
  }
}

function buildKey(one: number, other: number): number {
  return (one - firstHan) * width + (other - firstHan);
}
