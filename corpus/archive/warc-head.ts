import type { BearingType } from "./archive-record.ts";
import { bearingTypes } from "./archive-record.ts";

/** Fields of our own; readers of WARC pass over what they do not know. */
export const visitField = "Gongkai-Visit";
export const contentDigestField = "Gongkai-Content-Digest";

/** The head of a WARC record: its fields by name in lower case. */
export type WarcHead = ReadonlyMap<string, string>;

export const headEnd = Buffer.from("\r\n\r\n");

/** Reads a record's head; null where it is none. */
export function parseWarcHead(bytes: Uint8Array): WarcHead | null {
  const [version, ...lines] = Buffer.from(bytes).toString("utf8").trimEnd().split("\r\n");
  if (version === undefined || !/^WARC\/1\.[01]$/u.test(version)) return null;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** The SHA-256 of a digest field in hex; null where there is none or it is of another kind. */
export function readDigest(head: WarcHead, field: string): string | null {
  return /^sha256:([0-9a-f]{64})$/u.exec(head.get(field.toLowerCase()) ?? "")?.[1] ?? null;
}

/** What a record that holds content says of itself, as the index keeps it; null for other records. */
export function describeBearer(head: WarcHead) {
  const type = head.get("warc-type");
  const bearing: BearingType | undefined = bearingTypes.find((known) => known === type);
  const digest = readDigest(head, contentDigestField);
  const payloadDigest = readDigest(head, "WARC-Payload-Digest");
  if (bearing === undefined || digest === null || payloadDigest === null) return null;
  return {
    type: bearing,
    target: head.get("warc-target-uri") ?? "",
    date: head.get("warc-date") ?? "",
    digest,
    payloadDigest,
  };
}
