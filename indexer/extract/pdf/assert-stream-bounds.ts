import { Buffer } from "node:buffer";
import { inflateSync, constants } from "node:zlib";
import { UnreadableFile } from "../unreadable-file.ts";

/**
 * Bytes that streams of a report may unpack to: one that holds drawing or a font, one that holds a picture, and
 * all together. `otherPacked` is for packed bytes of the old methods, which unpack to at most 1,400 times as much.
 */
const bounds = { stream: 40 << 20, picture: 160 << 20, all: 768 << 20, otherPacked: 64 << 10 };
/** Deflate packs 1,032 bytes into one at most, so that short streams of a small file need no look. */
const mostPacked = 1_032;
/** Bytes before a stream in which its dictionary is looked for. */
const dictionaryBytes = 2_048;

/**
 * Throws UnreadableFile where a stream of the file unpacks to more than a report can hold: the reader behind
 * unpacks without bounds. Streams of encrypted files do not show their size and pass.
 */
export function assertStreamBounds(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const least = file.length * mostPacked <= bounds.all ? bounds.stream / mostPacked : 0;
  let all = 0;
  let end = 0;
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", end)) {
    end = at + 6;
    const start = findDataStart(file, end);
    if (start === null) continue;
    const dictionary = file.subarray(Math.max(0, at - dictionaryBytes), at).toString("latin1");
    const close = file.indexOf("endstream", start);
    end = close === -1 ? file.length : close + 9;
    const data = file.subarray(start, close === -1 ? file.length : close);
    all += measureStream(data, dictionary, least);
    if (all > bounds.all) throw buildError();
  }
}

/** The data of a stream begin behind the line end that follows the keyword (ISO 32000-2, 7.3.8). */
function findDataStart(file: Buffer, after: number): number | null {
  if (file[after] === 0x0a) return after + 1;
  if (file[after] !== 0x0d) return null;
  return file[after + 1] === 0x0a ? after + 2 : after + 1;
}

/** The unpacked size of a stream, as far as it counts; 0 where it is no longer than `least`. */
function measureStream(data: Buffer, before: string, least: number): number {
  const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
  const most = /\/Subtype\s{0,9}\/Image/u.test(dictionary) ? bounds.picture : bounds.stream;
  const filters = readFilters(dictionary);
  if (filters.some((filter) => /^(?:LZW|LZWDecode|RL|RunLengthDecode)$/u.test(filter)))
    if (data.length > bounds.otherPacked && most === bounds.stream) throw buildError();
  const packings = filters.filter((filter) => /^(?:FlateDecode|Fl|\d)/u.test(filter));
  if (packings.length < 2 && data.length <= least) return 0;
  let unpacked = data;
  for (let times = 0; times < packings.length; times++) unpacked = unpack(unpacked, most);
  return unpacked === data ? 0 : unpacked.length;
}

function readFilters(dictionary: string): readonly string[] {
  const [, list = ""] =
    /\/Filter\s{0,9}(\[[^\]]{0,300}\]|\/\w{1,30}|\d{1,9} \d{1,5} R)/u.exec(dictionary) ?? [];
  return list.match(/\w+/gu) ?? [];
}

function unpack(data: Buffer, most: number): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    if (cause instanceof RangeError) throw buildError(cause);
    return data;
  }
}

function buildError(cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    "The PDF unpacks to more than a report can hold; print the report to a new PDF.",
    { cause },
  );
}
