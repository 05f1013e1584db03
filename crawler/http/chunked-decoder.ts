import { Buffer } from "node:buffer";

const maxLineBytes = 4096;

/** Undoes the chunked transfer coding piece by piece (RFC 9112, 7.1). It never throws: `fault` tells what broke it. */
export class ChunkedDecoder {
  #rest: Buffer = Buffer.alloc(0);
  #open = 0;
  #step: "size" | "data" | "data-end" | "trailer" | "done" = "size";
  #fault: string | null = null;

  get isDone(): boolean {
    return this.#step === "done";
  }

  get fault(): string | null {
    return this.#fault;
  }

  /** Takes what came and gives the data in it, in one piece: a chunk may be a single byte. */
  push(bytes: Buffer): Buffer {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const data: Buffer[] = [];
    while (this.#fault === null && !this.isDone && this.#advance(data));
    return Buffer.concat(data);
  }

  /** One step; false where more bytes are needed. */
  #advance(data: Buffer[]): boolean {
    if (this.#step === "data") return this.#takeData(data);
    const line = this.#takeLine();
    if (line === null) return false;
    if (this.#step === "size") this.#readSize(line);
    else if (this.#step === "trailer") this.#step = line === "" ? "done" : "trailer";
    else if (line === "") this.#step = "size";
    else this.#fault = "a chunk is longer than it says";
    return true;
  }

  #readSize(line: string): void {
    const size = /^\s{0,9}([0-9a-f]{1,12})\s{0,99}(?:;.*)?$/iu.exec(line)?.[1];
    if (size === undefined) {
      this.#fault = "a chunk does not begin with its length";
      return;
    }
    this.#open = Number.parseInt(size, 16);
    this.#step = this.#open === 0 ? "trailer" : "data";
  }

  #takeData(data: Buffer[]): boolean {
    if (this.#rest.length === 0) return false;
    const part = this.#rest.subarray(0, this.#open);
    data.push(part);
    this.#rest = this.#rest.subarray(part.length);
    this.#open -= part.length;
    if (this.#open === 0) this.#step = "data-end";
    return true;
  }

  #takeLine(): string | null {
    const end = this.#rest.indexOf("\n");
    if (end === -1 || end > maxLineBytes) {
      if (this.#rest.length > maxLineBytes) this.#fault = "a line of the chunked coding has no end";
      return null;
    }
    const line = this.#rest.subarray(0, end).toString("latin1").trimEnd();
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }
}
