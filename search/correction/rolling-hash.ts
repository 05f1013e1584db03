const base = 0x01_00_01_93;

/**
 * Hashes of all stretches of a text, each in constant time: polynomials over UTF-16 units modulo 2^32, mixed and cut
 * to 31 bits. Equal stretches of any texts have equal hashes; whoever finds something by a hash compares the texts.
 */
export class RollingHash {
  readonly #sums: Int32Array;
  readonly #powers: Int32Array;

  constructor(text: string) {
    const { length } = text;
    this.#sums = new Int32Array(length + 1);
    this.#powers = new Int32Array(length + 1).fill(1);
    for (let at = 0; at < length; at += 1) {
      this.#sums[at + 1] = extendSum(this.#sums[at] ?? 0, text.charCodeAt(at));
      this.#powers[at + 1] = Math.imul(this.#powers[at] ?? 1, base);
    }
  }

  /** The hash of the stretch, `end` not included. */
  readStretch(start: number, end: number): number {
    return mix(this.#read(start, end));
  }

  /** The hash of the stretch without the unit at `left`. */
  readWithout(start: number, end: number, left: number): number {
    const before = Math.imul(this.#read(start, left), this.#powers[end - left - 1] ?? 1);
    return mix((before + this.#read(left + 1, end)) | 0);
  }

  #read(start: number, end: number): number {
    const before = Math.imul(this.#sums[start] ?? 0, this.#powers[end - start] ?? 1);
    return ((this.#sums[end] ?? 0) - before) | 0;
  }
}

/** The last step of MurmurHash3: without it, likeness of texts is likeness of hashes. */
function mix(sum: number): number {
  let hash = Math.imul(sum ^ (sum >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 1;
}

/** The sum of a text that is one unit longer; that of an empty one is 0, and `finishSum` makes the hash of it. */
export function extendSum(sum: number, unit: number): number {
  return (Math.imul(sum, base) + unit + 1) | 0;
}

/** The hash of the text with this sum. */
export function finishSum(sum: number): number {
  return mix(sum);
}

/** The hash of a whole text. */
export function hashText(text: string): number {
  return new RollingHash(text).readStretch(0, text.length);
}
