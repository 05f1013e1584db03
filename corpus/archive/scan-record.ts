import { createHash } from "node:crypto";
import { BrokenRecord } from "./gzip-member.ts";
import { headEnd, parseWarcHead, readDigest, type WarcHead } from "./warc-head.ts";

const longestHead = 1024 ** 2;

/** A record's head and whether its bytes are what the head says: `faults` in words, empty where all is well. */
export interface ScannedRecord {
  readonly head: WarcHead;
  readonly faults: readonly string[];
}

/**
 * Reads a record through and checks its length, its block and its payload against the head, holding no more than a
 * piece of it. Throws BrokenRecord where it is no record.
 */
export async function scanRecord(pieces: AsyncIterable<Buffer>): Promise<ScannedRecord> {
  const source = new PieceReader(pieces);
  const head = parseWarcHead(await source.readHead());
  const length = Number(head?.get("content-length"));
  if (head === null || !Number.isSafeInteger(length)) throw new BrokenRecord("is no WARC record");
  const block = createHash("sha256");
  const payload = createHash("sha256");
  let rest = length;
  if (isHttp(head)) {
    const fields = await source.readHead(rest);
    block.update(fields);
    rest -= fields.byteLength;
  }
  for await (const piece of source.take(rest)) {
    block.update(piece);
    payload.update(piece);
    rest -= piece.byteLength;
  }
  if (rest > 0) throw new BrokenRecord("is shorter than it says");
  const faults = (await source.endsHere()) ? [] : ["does not end where it says"];
  const found = { block: block.digest("hex"), payload: payload.digest("hex") };
  return { head, faults: [...faults, ...compareDigests(head, found)] };
}

function isHttp(head: WarcHead): boolean {
  const type = head.get("content-type") ?? "";
  return type.startsWith("application/http") && head.get("content-length") !== "0";
}

function compareDigests(
  head: WarcHead,
  found: { readonly block: string; readonly payload: string },
): readonly string[] {
  const faults: string[] = [];
  if (readDigest(head, "WARC-Block-Digest") !== found.block) {
    faults.push("its block has another digest than it says");
  }
  // A revisit's payload lies with another record.
  const isRevisit = head.get("warc-type") === "revisit";
  if (!isRevisit && readDigest(head, "WARC-Payload-Digest") !== found.payload) {
    faults.push("its payload has another digest than it says");
  }
  return faults;
}

/** Pieces of bytes, taken as heads and lengths. */
class PieceReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** All up to and with the empty line. */
  async readHead(limit = longestHead): Promise<Buffer> {
    let end = this.#held.indexOf(headEnd);
    while (end < 0) {
      const { value, done } = await this.#pieces.next();
      if (done === true || this.#held.byteLength > longestHead) {
        throw new BrokenRecord("has a head without end");
      }
      this.#held = Buffer.concat([this.#held, value]);
      end = this.#held.indexOf(headEnd);
    }
    const length = end + headEnd.byteLength;
    if (length > limit) throw new BrokenRecord("has a head without end");
    const head = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return head;
  }

  /** Whether nothing follows but the two empty lines that end a record. */
  async endsHere(): Promise<boolean> {
    let tail = Buffer.alloc(0);
    for await (const piece of this.take(headEnd.byteLength + 1))
      tail = Buffer.concat([tail, piece]);
    return tail.equals(headEnd);
  }

  /** Up to `count` bytes, fewer where there are no more. */
  async *take(count: number): AsyncGenerator<Buffer> {
    let rest = count;
    while (rest > 0) {
      if (this.#held.byteLength === 0) {
        const { value, done } = await this.#pieces.next();
        if (done === true) return;
        this.#held = value;
      }
      const piece = this.#held.subarray(0, rest);
      this.#held = this.#held.subarray(piece.byteLength);
      rest -= piece.byteLength;
      yield piece;
    }
  }
}
