import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  type InputType,
  type ZlibOptions,
} from "node:zlib";
import { detectMediaType } from "../../corpus/media-type.ts";
import { readCode } from "./tls-ladder.ts";

/** An entity with its content coding undone. `fault` tells why something is missing, null where nothing is. */
export interface Content {
  readonly bytes: Buffer;
  readonly fault: "cut-off" | "broken" | "too-large" | null;
}

export interface CodedEntity {
  readonly body: Buffer;
  /** The header fields, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
  readonly maxBytes: number;
}

type Unpacker = (bytes: Buffer, maxBytes: number) => Promise<Content | null>;

const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: unpackDeclaredGzip,
  "x-gzip": unpackDeclaredGzip,
  deflate: unpackDeflate,
  br: unpackBrotli,
};

/**
 * Undoes gzip, deflate and br, declared or not. What is declared and not done stays as it is; gzip that nobody declared
 * is undone unless it is a file of that kind. The bytes never grow over `maxBytes`.
 */
export async function undoContentCoding(entity: CodedEntity): Promise<Content> {
  const declared = (entity.headers["content-encoding"] ?? "").toLowerCase().split(",").reverse();
  let content: Content = { bytes: entity.body, fault: null };
  for (const coding of declared.slice(0, 4)) {
    const unpacked = await unpackers[coding.trim()]?.(content.bytes, entity.maxBytes);
    if (unpacked) content = join(content, unpacked);
  }
  const isOver = content.fault === "too-large" || content.fault === "broken";
  if (isOver || !isGzip(content.bytes) || isGzipFile(entity)) return content;
  const undeclared = await unpackGzip(content.bytes, entity.maxBytes);
  // Without a name that says so, an archive of a kind that we do not read is kept as it came.
  if (undeclared === null || detectMediaType(undeclared.bytes) === "application/octet-stream")
    return content;
  return join(content, undeclared);
}

function join(outer: Content, inner: Content): Content {
  return { bytes: inner.bytes, fault: inner.fault ?? outer.fault };
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

function isGzipFile({ headers, url }: CodedEntity): boolean {
  return (
    /\b(?:x-)?(?:gzip|gtar|tgz)\b/iu.test(headers["content-type"] ?? "") ||
    /\.t?gz$/iu.test(new URL(url).pathname)
  );
}

const runGunzip = promisify<InputType, ZlibOptions, Buffer>(gunzip);
const runInflate = promisify<InputType, ZlibOptions, Buffer>(inflate);
const runInflateRaw = promisify<InputType, ZlibOptions, Buffer>(inflateRaw);
const runBrotli = promisify<InputType, ZlibOptions, Buffer>(brotliDecompress);

/** What is declared and begins as gzip is gzip, and if it cannot be read it is damaged. */
async function unpackDeclaredGzip(bytes: Buffer, maxBytes: number): Promise<Content | null> {
  if (!isGzip(bytes)) return null;
  return (await unpackGzip(bytes, maxBytes)) ?? { bytes, fault: "broken" };
}

function unpackGzip(bytes: Buffer, maxBytes: number): Promise<Content | null> {
  return unpack(runGunzip, bytes, maxBytes);
}

/** What servers call deflate is with or without the frame of zlib (RFC 9110, 8.4.1.2). */
async function unpackDeflate(bytes: Buffer, maxBytes: number): Promise<Content | null> {
  const isFramed =
    ((bytes[0] ?? 0) & 15) === 8 && bytes.length > 1 && bytes.readUInt16BE() % 31 === 0;
  const framed = isFramed ? await unpack(runInflate, bytes, maxBytes) : null;
  if (framed || detectMediaType(bytes) !== "application/octet-stream") return framed;
  return unpack(runInflateRaw, bytes, maxBytes);
}

/** Brotli has no mark of its own: what reads as a known kind of file without it was never packed. */
async function unpackBrotli(bytes: Buffer, maxBytes: number): Promise<Content | null> {
  const isPlain = bytes.length === 0 || detectMediaType(bytes) !== "application/octet-stream";
  const content = isPlain ? null : await unpack(runBrotli, bytes, maxBytes);
  return content?.fault === "cut-off" && content.bytes.length === 0 ? null : content;
}

/** Null where the bytes are not of this coding. What was cut off is unpacked as far as it goes. */
async function unpack(
  run: typeof runGunzip,
  bytes: Buffer,
  maxBytes: number,
): Promise<Content | null> {
  try {
    return { bytes: await run(bytes, { maxOutputLength: maxBytes }), fault: null };
  } catch (error) {
    if (isTooLarge(error)) return { bytes: Buffer.alloc(0), fault: "too-large" };
  }
  const finishFlush = run === runBrotli ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH;
  try {
    return {
      bytes: await run(bytes, { maxOutputLength: maxBytes, finishFlush }),
      fault: "cut-off",
    };
  } catch (error) {
    return isTooLarge(error) ? { bytes: Buffer.alloc(0), fault: "too-large" } : null;
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && readCode(error) === "ERR_BUFFER_TOO_LARGE";
}
