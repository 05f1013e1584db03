import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { crc32, createInflateRaw, type InflateRaw, inflateRawSync } from "node:zlib";

/** A record in a file is not whole or not what it says; `message` is what is wrong, for a list. */
export class BrokenRecord extends Error {
  override readonly name = "BrokenRecord";
}

/** Where a member begins in an open file, and where the file's bytes that count end. */
export interface MemberPlace {
  readonly handle: FileHandle;
  readonly offset: number;
  readonly end: number;
}

const pieceBytes = 64 * 1024;
const trailerBytes = 8;
const mostSmallBytes = 4 * 1024 ** 2;

/**
 * One gzip member (RFC 1952) of a file of many. Node's own gunzip reads on into the next member and does not tell
 * where one ends, which is what the places of records are made of.
 */
export class GzipMember {
  readonly #place: MemberPlace;
  #length = 0;

  constructor(place: MemberPlace) {
    this.#place = place;
  }

  /** How many bytes it takes in the file; known once it was read. */
  get length(): number {
    return this.#length;
  }

  /** What it holds, in pieces. Throws BrokenRecord. */
  async *read(): AsyncGenerator<Buffer> {
    const { offset, end, handle } = this.#place;
    const first = await readAt(handle, offset, Math.min(pieceBytes, end - offset));
    const head = readHeadLength(first);
    const inflated =
      inflateSmall(first.subarray(head)) ?? inflateLarge(readPieces(this.#place, head));
    let [sum, bytes] = [0, 0];
    try {
      for await (const piece of inflated.pieces) {
        sum = crc32(piece, sum);
        bytes += piece.byteLength;
        yield piece;
      }
    } catch (cause) {
      // A disk that does not answer says nothing of the record.
      if (cause instanceof Error && "syscall" in cause) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new BrokenRecord(`cannot be decompressed (${reason})`, { cause });
    }
    const packed = inflated.countPacked();
    await this.#checkTrailer(offset + head + packed, { sum, bytes });
    this.#length = head + packed + trailerBytes;
  }

  async #checkTrailer(
    at: number,
    { sum, bytes }: { readonly sum: number; readonly bytes: number },
  ): Promise<void> {
    const { handle, end } = this.#place;
    const trailer = await readAt(handle, at, Math.min(trailerBytes, end - at));
    if (trailer.byteLength < trailerBytes) throw new BrokenRecord("breaks off");
    if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== bytes % 2 ** 32) {
      throw new BrokenRecord("has another checksum than its bytes");
    }
  }
}

/** Up to `length` bytes at a place of a file; fewer where it ends. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.max(0, length));
  let filled = 0;
  while (filled < buffer.byteLength) {
    const { bytesRead } = await handle.read(
      buffer,
      filled,
      buffer.byteLength - filled,
      at + filled,
    );
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** What deflated bytes give, and how many of them it took, which is known at the end. */
interface Inflated {
  readonly pieces: AsyncIterable<Buffer> | Iterable<Buffer>;
  readonly countPacked: () => number;
}

/** What Node gives for `info: true`, which its types do not know. */
interface InflateInfo {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Inflates what lies within a piece, at a third of what a stream costs; null where it goes on behind it. */
function inflateSmall(deflated: Buffer): Inflated | null {
  try {
    const options = { info: true, maxOutputLength: mostSmallBytes };
    const { buffer, engine } = inflateRawSync(deflated, options) as unknown as InflateInfo;
    return { pieces: [buffer], countPacked: () => engine.bytesWritten };
  } catch {
    return null;
  }
}

function inflateLarge(deflated: AsyncIterable<Buffer>): Inflated {
  const inflate = createInflateRaw();
  return { pieces: pour(deflated, inflate), countPacked: () => inflate.bytesWritten };
}

async function* pour(pieces: AsyncIterable<Buffer>, inflate: InflateRaw): AsyncGenerator<Buffer> {
  const source = Readable.from(pieces);
  source.on("error", (error) => inflate.destroy(error)).pipe(inflate);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/** The bytes of a member behind its head. */
async function* readPieces(
  { handle, offset, end }: MemberPlace,
  head: number,
): AsyncGenerator<Buffer> {
  for (let at = offset + head; at < end; at += pieceBytes) {
    yield await readAt(handle, at, Math.min(pieceBytes, end - at));
  }
}

/** The length of a member's head: ten bytes and what its flags announce. */
function readHeadLength(head: Buffer): number {
  if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) {
    throw new BrokenRecord("does not begin as a gzip member");
  }
  const flags = head[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (head.byteLength < 12 ? 0 : head.readUInt16LE(10));
  for (const flag of [8, 16]) if ((flags & flag) !== 0) at = skipText(head, at);
  if ((flags & 2) !== 0) at += 2;
  if (at > head.byteLength) throw new BrokenRecord("breaks off");
  return at;
}

function skipText(head: Buffer, from: number): number {
  const end = head.indexOf(0, from);
  return end < 0 ? head.byteLength + 1 : end + 1;
}
