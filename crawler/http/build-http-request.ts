import { Buffer } from "node:buffer";
import type { PageRequest } from "../../corpus/address.ts";
import type { Exchange } from "./exchange.ts";
import { buildFailure } from "./fetch-failed.ts";

/** What an earlier copy of an address was marked with; sent so that the host may answer 304. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface RequestIdentity {
  readonly userAgent: string;
  readonly contact: string | null;
  readonly cookie: string | null;
  readonly validators: Validators | null;
}

/** Fields that are the client's alone. */
const reserved =
  /^(?:host|connection|user-agent|from|cookie|accept-encoding|content-length|transfer-encoding|expect|upgrade|te|proxy-.*)$/iu;

/**
 * The request as it goes over the wire. Throws GiveUp `refusal` where its own header fields cannot be sent.
 */
export function buildHttpRequest(
  request: PageRequest,
  identity: RequestIdentity,
): Exchange["request"] {
  const url = new URL(request.url);
  const body = request.body === null ? null : Buffer.from(request.body, "utf8");
  const own = Object.entries(request.headers).filter(([name]) => !reserved.test(name));
  const fields: readonly (readonly [string, string | null])[] = [
    ["Host", url.host],
    ["User-Agent", identity.userAgent],
    ["From", findMail(identity.contact)],
    ["Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"],
    ["Accept-Language", "zh-CN,zh;q=0.9"],
    ["Accept-Encoding", "gzip, deflate, br"],
    ["If-None-Match", identity.validators?.etag ?? null],
    ["If-Modified-Since", identity.validators?.lastModified ?? null],
    ["Cookie", identity.cookie],
    ["Content-Type", body === null ? null : "application/x-www-form-urlencoded; charset=UTF-8"],
    ["Content-Length", body === null ? null : String(body.length)],
    // The next request comes seconds later: until then the host need not keep the connection.
    ["Connection", "close"],
  ];
  const given = new Set(own.map(([name]) => name.toLowerCase()));
  const usual = fields.flatMap(([name, value]) =>
    value === null || given.has(name.toLowerCase()) ? [] : [[name, value] as const],
  );
  const headers = [...usual, ...own].map(checkField);
  return { method: request.method, target: `${url.pathname}${url.search}`, headers, body };
}

/** The bytes of a request. */
export function writeHttpRequest({ method, target, headers, body }: Exchange["request"]): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1");
  return body === null ? head : Buffer.concat([head, body]);
}

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u0008\u000A-\u001F\u007F]/u;

/** One character per byte; a line end within a field would begin another request. */
function checkField([name, value]: readonly [string, string]): readonly [string, string] {
  if (/^[\w!#$%&'*+.^`|~-]{1,100}$/u.test(name) && !controls.test(value))
    return [name, Buffer.from(value, "utf8").toString("latin1")];
  throw buildFailure("refusal", `The header field “${name.slice(0, 100)}” cannot be sent.`);
}

function findMail(contact: string | null): string | null {
  return /^(?:mailto:)?([^\s@:/]{1,64}@[^\s@:/]{1,255})$/u.exec(contact ?? "")?.[1] ?? null;
}
