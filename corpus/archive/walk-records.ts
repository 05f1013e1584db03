import type { FileHandle } from "node:fs/promises";
import { BrokenRecord, GzipMember } from "./gzip-member.ts";
import { scanRecord, type ScannedRecord } from "./scan-record.ts";

/** A record with its place in the file. */
export interface WalkedRecord extends ScannedRecord {
  readonly offset: number;
  readonly length: number;
}

/** Reads the record at a place through. Throws BrokenRecord. */
export async function walkRecord(
  handle: FileHandle,
  offset: number,
  end: number,
): Promise<WalkedRecord> {
  const member = new GzipMember({ handle, offset, end });
  const pieces = member.read();
  const scanned = await scanRecord(pieces);
  if ((await pieces.next()).done !== true) throw new BrokenRecord("holds more than one record");
  return { ...scanned, offset, length: member.length };
}
