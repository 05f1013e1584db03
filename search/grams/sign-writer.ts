import { writeSign } from "./encode-unit.ts";
import type { UnitVisitor } from "./walk-units.ts";

const mostPerSign = 7;
const firstSize = 2048;
const plane = 0x1_0000;
const q = 0x71;
const space = 0x20;

/** Writes every character and mark that it hears of once, by itself. */
export class SignWriter implements UnitVisitor {
  /** One bit for each code point of the first plane, where nearly all stand. */
  readonly #seen = new Uint8Array(plane / 8);
  readonly #seenBeyond = new Set<number>();
  #bytes = Buffer.allocUnsafe(firstSize);
  #length = 0;

  visitSign(point: number): void {
    if (!this.#isNew(point)) return;
    if (this.#length + mostPerSign > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    this.#bytes[this.#length] = q;
    const end = writeSign(point, this.#bytes, this.#length + 1);
    this.#bytes[end] = space;
    this.#length = end + 1;
  }

  /** Numbers and words of other scripts are among the grams of a text already. */
  visitWord(): void {}

  /** The signs as words, with single spaces between them, in the order in which they came. */
  readSigns(): string {
    return this.#bytes.toString("latin1", 0, Math.max(0, this.#length - 1));
  }

  #isNew(point: number): boolean {
    if (point >= plane) return this.#seenBeyond.size !== this.#seenBeyond.add(point).size;
    const [at, bit] = [point >> 3, 1 << (point & 7)];
    const seen = this.#seen[at] ?? 0;
    this.#seen[at] = seen | bit;
    return (seen & bit) === 0;
  }
}
