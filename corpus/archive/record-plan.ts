import { createHash, randomUUID } from "node:crypto";
import { WARCRecord } from "warcio";
import type { BearingType } from "./archive-record.ts";
import { contentDigestField, visitField } from "./warc-head.ts";

type RecordType = BearingType | "request" | "metadata" | "warcinfo";

/**
 * A record to be written. `block` is its body in pieces, which are never copied. `digest` and `payloadDigest` are
 * those of ArchiveRecord; null for records that hold no content. `fields` are further ones of its head.
 */
export interface RecordPlan {
  readonly id: string;
  readonly type: RecordType;
  readonly target: string | null;
  readonly date: string;
  readonly contentType: string;
  readonly block: readonly Uint8Array[];
  readonly digest: string | null;
  readonly payloadDigest: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/** An address as records name it: as a browser would write it, where it is one. */
export function buildTarget(address: string): string {
  return URL.canParse(address) ? new URL(address).href : keepOneLine(address);
}

/** A new name for a record. */
export function buildRecordId(): string {
  return `<urn:uuid:${randomUUID()}>`;
}

/** The body of a record of `application/warc-fields`; what is null is left out. */
export function buildWarcFields(
  values: Readonly<Record<string, string | number | boolean | null>>,
): Uint8Array {
  const lines = Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${String(value).replaceAll(/[\r\n]+/gu, " ")}\r\n`);
  return Buffer.from(lines.join(""));
}

/** The record as warcio writes it. `visit` names the fetch that it belongs to. */
export function buildRecord(plan: RecordPlan, visit: string): WARCRecord {
  const { block, target, digest, payloadDigest } = plan;
  const record = WARCRecord.create(
    {
      type: plan.type,
      date: plan.date,
      warcVersion: "WARC/1.1",
      ...(target === null ? {} : { url: buildTarget(target) }),
      warcHeaders: {
        "WARC-Record-ID": plan.id,
        "Content-Type": plan.contentType,
        ...(plan.type === "warcinfo" ? {} : { [visitField]: visit }),
        ...(digest === null ? {} : { [contentDigestField]: `sha256:${digest}` }),
        "WARC-Payload-Digest": `sha256:${payloadDigest ?? digestPieces(block)}`,
        "WARC-Block-Digest": `sha256:${digestPieces(block)}`,
      },
    },
    block,
  );
  for (const [name, value] of Object.entries(plan.fields)) {
    record.warcHeaders.headers.set(name, keepOneLine(value));
  }
  // The head of HTTP lies in the block, byte for byte: warcio would write its own.
  record.httpHeaders = null;
  return record;
}

function digestPieces(pieces: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

/** A line break in a field would begin another. */
function keepOneLine(value: string): string {
  return value.replaceAll(/[\r\n\0]+/gu, "");
}
