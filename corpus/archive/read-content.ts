import { Readable } from "node:stream";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ArchiveDamaged } from "./archive-damaged.ts";
import type { ArchiveRecord } from "./archive-record.ts";
import { buildDigest } from "./build-digest.ts";
import { GzipMember, readAt } from "./gzip-member.ts";
import { skipHeads } from "./skip-heads.ts";
import { listCodings, undoCodings } from "./undo-coding.ts";
import { headEnd, parseWarcHead } from "./warc-head.ts";
import { openWarcFile } from "./warc-files.ts";

const decompress = promisify(gunzip);
const longestContent = 1024 ** 3;

/** The content of a record, checked against its digest. Throws ArchiveDamaged. */
export async function readContent(folder: string, record: ArchiveRecord): Promise<Uint8Array> {
  const block = await readBlock(folder, record);
  const { payload, codings } = record.type === "response" ? splitHttp(block) : plain(block);
  const isCoded = record.digest !== record.payloadDigest;
  const content = isCoded ? await undoCodings(payload, codings, longestContent) : payload;
  if (content !== null && buildDigest(content) === record.digest) return content;
  throw buildDamage(record, "no longer matches its digest");
}

/** The content of a record as a stream, unchecked. Throws ArchiveDamaged where its file is gone. */
export async function streamContent(folder: string, record: ArchiveRecord): Promise<Readable> {
  if (record.digest !== record.payloadDigest) {
    // Coded bodies are pages and answers, never large files.
    return Readable.from([await readContent(folder, record)]);
  }
  const handle = await openRecordFile(folder, record);
  const { offset, length } = record;
  const member = new GzipMember({ handle, offset, end: offset + length });
  return Readable.from(closeAfter(skipHeads(member.read(), record.type === "response"), handle), {
    objectMode: false,
  });
}

async function* closeAfter(
  pieces: AsyncIterable<Buffer>,
  handle: { readonly close: () => Promise<void> },
): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } finally {
    await handle.close();
  }
}

/** The block of a record, decompressed. */
async function readBlock(folder: string, record: ArchiveRecord): Promise<Buffer> {
  const handle = await openRecordFile(folder, record);
  try {
    const member = await decompress(await readAt(handle, record.offset, record.length));
    const end = member.indexOf(headEnd);
    const head = end < 0 ? null : parseWarcHead(member.subarray(0, end));
    const length = Number(head?.get("content-length") ?? Number.NaN);
    const from = end + headEnd.byteLength;
    if (from + length + headEnd.byteLength === member.byteLength) {
      return member.subarray(from, from + length);
    }
  } catch (cause) {
    throw buildDamage(record, "cannot be read", cause);
  } finally {
    await handle.close();
  }
  throw buildDamage(record, "is not the record that the index names");
}

async function openRecordFile(folder: string, record: ArchiveRecord) {
  const handle = await openWarcFile(folder, record.file);
  if (handle !== null) return handle;
  throw buildDamage(record, "is gone with its file");
}

function plain(block: Buffer): { readonly payload: Buffer; readonly codings: readonly string[] } {
  return { payload: block, codings: [] };
}

function splitHttp(block: Buffer): ReturnType<typeof plain> {
  const end = block.indexOf(headEnd);
  const [, ...lines] = block.subarray(0, Math.max(0, end)).toString("latin1").split("\r\n");
  const fields = lines.map((line): readonly [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim(), line.slice(colon + 1)];
  });
  return { payload: block.subarray(end + headEnd.byteLength), codings: listCodings(fields) };
}

function buildDamage(record: ArchiveRecord, what: string, cause?: unknown): ArchiveDamaged {
  const { digest, file, offset } = record;
  return new ArchiveDamaged(
    `The archived copy ${digest} (${file} at ${offset}) ${what}: run npx gongkai archive verify, and restore the archive from a backup.`,
    { cause },
  );
}
