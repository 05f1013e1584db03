import { buildWord, encodeWord, writeSign } from "./encode-unit.ts";
import type { UnitVisitor } from "./walk-units.ts";

/** More bytes than all that one unit makes: two codes and the unit by itself, with their spaces. */
const mostPerUnit = 128;
const longestCode = 16;
const space = 0x20;

/** Writes the grams of the units it hears of, byte by byte: all are ASCII. */
export class GramWriter implements UnitVisitor {
  #bytes: Buffer;
  #length = 0;
  /** The code of the unit before; no bytes before the first. */
  readonly #before = Buffer.alloc(longestCode);
  #beforeLength = 0;

  /** `expected` is how many characters the text has. */
  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected * 8 + mostPerUnit);
  }

  visitSign(point: number): void {
    const isSecond = this.#writeBefore();
    this.#beforeLength = writeSign(point, this.#before, 0);
    if (isSecond) this.#endPair();
  }

  visitWord(text: string): void {
    const isSecond = this.#writeBefore();
    this.#beforeLength = writeAscii(encodeWord(text), this.#before, 0);
    if (isSecond) this.#endPair();
    this.#length = writeAscii(`${buildWord(text)} `, this.#bytes, this.#length);
  }

  /** The words, with single spaces between them. */
  readGrams(): string {
    return this.#bytes.toString("latin1", 0, Math.max(0, this.#length - 1));
  }

  #endPair(): void {
    this.#writeBefore();
    this.#bytes[this.#length] = space;
    this.#length += 1;
  }

  /** Says whether there was a unit before. */
  #writeBefore(): boolean {
    if (this.#length + mostPerUnit > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    for (let at = 0; at < this.#beforeLength; at += 1)
      this.#bytes[this.#length + at] = this.#before[at] ?? 0;
    this.#length += this.#beforeLength;
    return this.#beforeLength > 0;
  }
}

/** Returns where the text ends. */
function writeAscii(text: string, bytes: Uint8Array, at: number): number {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
  return at + text.length;
}
