import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { WARCParser } from "warcio";

/** A record as warcio reads it, beside our own reader. */
export interface ReadRecord {
  readonly type: string;
  readonly target: string | null;
  readonly id: string | null;
  readonly header: (name: string) => string | null;
  readonly status: number | string | null;
  readonly http: (name: string) => string | null;
  /** As it lies there, with content coding. */
  readonly payload: Buffer;
  /** With content coding undone. */
  readonly text: string;
}

/** Every record of every complete file of a folder, read by warcio. */
export async function readWarcs(folder: string): Promise<readonly ReadRecord[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".warc.gz"))
    .toSorted();
  const records: ReadRecord[] = [];
  for (const name of names) records.push(...(await readWarc(readFileSync(join(folder, name)))));
  return records;
}

/** Every record of a file, read by warcio. */
export async function readWarc(bytes: Uint8Array): Promise<readonly ReadRecord[]> {
  const records: ReadRecord[] = [];
  for await (const record of new WARCParser([bytes])) {
    const payload = Buffer.from(await record.readFully(false));
    const text = payload.byteLength === 0 ? "" : await record.contentText();
    records.push({
      type: record.warcType,
      target: record.warcTargetURI ?? null,
      id: record.warcHeader("WARC-Record-ID") ?? null,
      header: (field) => record.warcHeader(field) ?? null,
      status: record.httpHeaders?.statusCode ?? null,
      http: (field) => record.httpHeaders?.headers.get(field) ?? null,
      payload,
      text,
    });
  }
  return records;
}
