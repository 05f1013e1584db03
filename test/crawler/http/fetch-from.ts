import { buildRequest, type PageRequest } from "../../../corpus/address.ts";
import type { GivenOptions } from "../../../crawler/http/client-options.ts";
import type { Fetched } from "../../../crawler/http/exchange.ts";
import { FetchFailed } from "../../../crawler/http/fetch-failed.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import type { VisitOptions } from "../../../crawler/http/page-visit.ts";
import { openRawServer, type HeardRequest, type RawAnswer } from "./open-server.ts";

export const host = "www.qingshan.gov.test";

/** Options of a client that finds every reserved name on this port of loopback. */
export function buildTestOptions(port: number, given: Partial<GivenOptions> = {}): GivenOptions {
  return {
    userAgent: "GongkaiBot/0.1.0 (+mailto:crawler@example.org)",
    contact: "crawler@example.org",
    allowPrivate: true,
    resolve: () => Promise.resolve([{ address: "127.0.0.1", family: 4, port }]),
    ...given,
  };
}

export interface FetchCase extends Partial<VisitOptions> {
  readonly request?: PageRequest;
  readonly client?: Partial<GivenOptions>;
}

/** Fetches `/` of a server that answers like this; the outcome is the page or why there is none. */
export async function fetchFrom(
  answer: RawAnswer,
  { request = buildRequest(`http://${host}/`), client, ...options }: FetchCase = {},
): Promise<{ readonly outcome: Fetched | FetchFailed; readonly heard: readonly HeardRequest[] }> {
  const server = await openRawServer(answer);
  const http = openClient(buildTestOptions(server.port, client));
  try {
    const outcome = await http
      .fetch(request, {
        habits: noHabits,
        validators: null,
        signal: new AbortController().signal,
        ...options,
      })
      .catch((error: unknown) => {
        if (error instanceof FetchFailed) return error;
        throw error;
      });
    return { outcome, heard: server.heard };
  } finally {
    http.close();
    await server.close();
  }
}

/** The page; the failure is thrown. */
export async function fetchPage(answer: RawAnswer, given: FetchCase = {}): Promise<Fetched> {
  const { outcome } = await fetchFrom(answer, given);
  if (outcome instanceof FetchFailed) throw outcome;
  return outcome;
}

/** The failure; a page is an error here. */
export async function fetchFailure(answer: RawAnswer, given: FetchCase = {}): Promise<FetchFailed> {
  const { outcome } = await fetchFrom(answer, given);
  if (outcome instanceof FetchFailed) return outcome;
  throw new Error(`A failure was awaited, ${outcome.url} came with ${outcome.status}.`);
}

/** An answer of HTTP with these fields and this body; the length is declared unless a field does. */
export function writeAnswer(
  body: string | Uint8Array,
  { status = "200 OK", fields = [] }: { status?: string; fields?: readonly string[] } = {},
): Buffer {
  const bytes = Buffer.from(body);
  const isFramed = fields.some((field) => /^(?:content-length|transfer-encoding):/iu.test(field));
  const all = isFramed ? fields : [...fields, `Content-Length: ${bytes.length}`];
  const head = `HTTP/1.1 ${status}\r\n${all.map((field) => `${field}\r\n`).join("")}\r\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), bytes]);
}
