import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from "node:zlib";

type Undo = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

// A body that was cut off gives what it holds up to there.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
const [undoGzip, undoZlib, undoRaw, undoBrotli] = [
  promisify(gunzip),
  promisify(inflate),
  promisify(inflateRaw),
  promisify(brotliDecompress),
];

const undoing: Readonly<Record<string, Undo>> = {
  gzip: (bytes, maxOutputLength) => undoGzip(bytes, { ...lenient, maxOutputLength }),
  deflate: (bytes, maxOutputLength) =>
    (hasZlibHead(bytes) ? undoZlib : undoRaw)(bytes, { ...lenient, maxOutputLength }),
  br: (bytes, maxOutputLength) =>
    undoBrotli(bytes, {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      maxOutputLength,
    }),
};

/** The content codings that fields name, the last applied first (RFC 9110, 8.4). */
export function listCodings(
  fields: readonly (readonly [name: string, value: string])[],
): readonly string[] {
  return fields
    .filter(([name]) => name.toLowerCase() === "content-encoding")
    .flatMap(([, value]) => value.toLowerCase().split(","))
    .map((coding) => coding.trim().replace(/^x-(?=gzip$)/u, ""))
    .filter((coding) => coding !== "" && coding !== "identity")
    .toReversed();
}

/** The bytes without their codings; null where they are not so coded, or would become longer than `limit` bytes. */
export async function undoCodings(
  bytes: Uint8Array,
  codings: readonly string[],
  limit: number,
): Promise<Uint8Array | null> {
  let content = bytes;
  for (const coding of codings) {
    const undo = undoing[coding];
    if (undo === undefined) return null;
    try {
      content = await undo(content, limit);
    } catch {
      return null;
    }
  }
  return content;
}

/** Some servers send deflate without its wrapper (RFC 9110, 8.4.1.2, note). */
function hasZlibHead(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
