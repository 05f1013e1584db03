import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import type { Fetched } from "../../../crawler/http/exchange.ts";
import { FetchFailed } from "../../../crawler/http/fetch-failed.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import { ResponseParser } from "../../../crawler/http/response-parser.ts";
import { decodePage } from "../../../crawler/http/decode-page.ts";
import { detectChallenge } from "../../../crawler/manners/detect-challenge.ts";
import { findPageRedirect } from "../../../crawler/http/find-page-redirect.ts";
import { buildTestOptions, host, writeAnswer } from "./fetch-from.ts";
import { openRawServer } from "./open-server.ts";

const field = fc.oneof(
  fc.constantFrom(
    "Content-Length: 5",
    "Content-Length: 99999999999",
    "Content-Length: -1",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip, chunked",
    "Content-Encoding: gzip",
    "Content-Encoding: br",
    "Content-Encoding: deflate",
    "Content-Type: text/html; charset=utf8mb4",
    "Location: /",
    "Location: /x",
    "Location: http://other.gov.test/",
    "Set-Cookie: a=b",
    "Set-Cookie: =;;=",
    "Set-Cookie: a=b; Domain=gov.test",
    "Retry-After: 1e9",
    "Connection: keep-alive",
    "Refresh: 0",
    "__proto__: x",
    "constructor: y",
    ": z",
    "no colon",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      "5\r\nhello\r\n0\r\n\r\n",
      "fffffffff\r\nab",
      "<html><a href=/>年报</a></html>",
      '{"a":1}',
      "",
    )
    .map((text) => Buffer.from(text)),
  fc.string({ maxLength: 200 }).map((text) => gzipSync(text)),
);
const status = fc.oneof(
  fc.constantFrom(
    "200 OK",
    "301 Moved",
    "302 Found",
    "100 Continue",
    "101 Switch",
    "204 None",
    "206 Part",
    "304 Same",
    "403 No",
    "412 x",
    "429 Slow",
    "503 Busy",
    "521 x",
    "000 x",
    "999",
  ),
  fc.integer({ min: 0, max: 1200 }).map(String),
);
const wellMeant = fc
  .record({ status, fields: fc.array(field, { maxLength: 6 }), body })
  .map(({ status, fields, body }) =>
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status}\r\n${fields.map((line) => `${line}\r\n`).join("")}\r\n`,
        "latin1",
      ),
      body,
    ]),
  );
/** A good answer with some of its bytes changed. */
const mutated = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 12 }).map((changes) => {
  const bytes = writeAnswer(gzipSync("<html>政府信息公开年报</html>"), {
    fields: ["Content-Type: text/html", "Content-Encoding: gzip", "Set-Cookie: a=1"],
  });
  for (const [at, value] of changes) bytes[at % bytes.length] = value;
  return bytes;
});
const answer = fc.oneof(
  wellMeant,
  mutated,
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
);

describe("answers of any bytes", () => {
  it("give a page or a failure, and never hang or throw otherwise", async () => {
    let next: { readonly bytes: Buffer; readonly cuts: number; readonly ending: string } | null =
      null;
    const server = await openRawServer(async (_request, socket) => {
      const { bytes, cuts, ending } = next ?? { bytes: Buffer.alloc(0), cuts: 1, ending: "end" };
      const size = Math.max(1, Math.ceil(bytes.length / cuts));
      for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
        socket.write(bytes.subarray(at, at + size));
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (ending === "end") socket.end();
      else if (ending === "reset") socket.resetAndDestroy();
      return null;
    });
    const http = openClient(
      buildTestOptions(server.port, {
        maxBytes: 100_000,
        maxContentBytes: 100_000,
        timeOuts: { connect: 20_000, firstByte: 50, idle: 50, total: 20_000 },
      }),
    );
    const signal = new AbortController().signal;
    const ending = fc.constantFrom("end", "end", "end", "end", "reset", "hang");
    await fc.assert(
      fc.asyncProperty(
        answer,
        fc.integer({ min: 1, max: 5 }),
        ending,
        async (bytes, cuts, ending) => {
          next = { bytes, cuts, ending };
          const outcome = await http
            .fetch(buildRequest(`http://${host}/`), { habits: noHabits, validators: null, signal })
            .catch((error: unknown) => error);
          expect(outcome instanceof FetchFailed || isReadable(outcome as Fetched)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    http.close();
    await server.close();
  });

  it("are read the same however they are cut", () => {
    fc.assert(
      fc.property(answer, fc.array(fc.nat(300), { maxLength: 6 }), (bytes, cuts) => {
        const whole = read([bytes]);
        // What follows a declared length that is over is looked at only if it comes with its last bytes.
        fc.pre(!whole.isSurplus);
        const ends = [...new Set([0, ...cuts, bytes.length])]
          .filter((at) => at <= bytes.length)
          .toSorted((a, b) => a - b);
        const parts = ends.slice(1).map((end, at) => bytes.subarray(ends[at], end));
        expect(read(parts)).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Whether a page can be read by those who come next, none of whom may throw. */
function isReadable(fetched: Fetched): boolean {
  const { text } = decodePage(fetched);
  detectChallenge(fetched, text);
  findPageRedirect(text, fetched.url);
  return fetched.exchanges.length > 0 && fetched.mediaType.includes("/");
}

/** What a parser makes of these parts. */
function read(parts: readonly Buffer[]) {
  const parser = new ResponseParser(100_000);
  for (const part of parts) parser.push(part);
  parser.finish(null);
  const { head, fault, isSurplus } = parser;
  return { head, fault, isSurplus, body: parser.buildBody().toString("latin1") };
}
