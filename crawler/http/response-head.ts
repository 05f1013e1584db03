import { Buffer } from "node:buffer";
import type { HeaderList } from "./exchange.ts";

/** The status line and the header fields of an answer. Texts hold one character per byte (Latin-1). */
export interface ResponseHead {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: HeaderList;
}

/** How far the body reaches (RFC 9112, 6.3). */
export type Framing =
  | { readonly kind: "none" }
  | { readonly kind: "length"; readonly bytes: number }
  | { readonly kind: "chunked" }
  | { readonly kind: "close" };

export const maxHeadBytes = 65_536;

/**
 * Where the head ends that bytes begin with: the position behind its empty line, null while that has not come. Bare
 * line feeds end lines too (RFC 9112, 2.2).
 */
export function findHeadEnd(bytes: Buffer): number | null {
  const ends = ["\r\n\r\n", "\n\n", "\n\r\n"]
    .map((mark) => ({ at: bytes.indexOf(mark), length: mark.length }))
    .filter(({ at }) => at !== -1)
    .map(({ at, length }) => at + length);
  return ends.length === 0 ? null : Math.min(...ends);
}

/**
 * Reads a head as leniently as browsers do: folded lines are joined, names with blanks are kept, lines without a colon
 * left out. Null where the bytes do not begin as an answer of HTTP/1.
 */
export function parseResponseHead(bytes: Uint8Array): ResponseHead | null {
  const [first = "", ...lines] = Buffer.from(bytes).toString("latin1").trimEnd().split(/\r?\n/u);
  const match = /^HTTP\/(\d(?:\.\d)?)[ \t]{1,9}(\d{3})(?:[ \t]{1,9}(.*)|)$/u.exec(first.trimEnd());
  if (!match) return null;
  const [, httpVersion = "", status = "", statusText = ""] = match;
  return { status: Number(status), statusText, httpVersion, headers: parseFields(lines) };
}

function parseFields(lines: readonly string[]): HeaderList {
  const fields: [name: string, value: string][] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    const colon = line.indexOf(":");
    if (/^[ \t]/u.test(line) && last) last[1] = `${last[1]} ${line.trim()}`;
    else if (colon > 0) fields.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return fields;
}

/** The value of a header field, repeated ones joined by commas; null where it is absent. */
export function findHeader(headers: HeaderList, name: string): string | null {
  const values = headers.filter(([given]) => given.toLowerCase() === name);
  return values.length === 0 ? null : values.map(([, value]) => value).join(", ");
}

/** How far the body of this answer reaches. A length that is no number is as good as none. */
export function findFraming({ status, headers }: ResponseHead): Framing {
  if (status === 204 || status === 304) return { kind: "none" };
  if (/\bchunked\b/iu.test(findHeader(headers, "transfer-encoding") ?? ""))
    return { kind: "chunked" };
  const declared = /^\d{1,15}/u.exec(findHeader(headers, "content-length") ?? "")?.[0];
  return declared === undefined ? { kind: "close" } : { kind: "length", bytes: Number(declared) };
}
