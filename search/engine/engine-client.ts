import { Meilisearch, MeilisearchApiError, MeilisearchRequestError } from "meilisearch";
import { setTimeout as sleep } from "node:timers/promises";
import { EngineRefused, EngineUnavailable } from "./engine-errors.ts";
import { NoAnswer, openTransport } from "./engine-transport.ts";

/** Where the engine is. `key` may be empty for an engine that has none. */
export interface EngineAddress {
  readonly url: string;
  readonly key: string;
}

/** The engine, and ways to call it that turn its errors into ours and wait for one that is starting again. */
export interface EngineClient {
  readonly url: string;
  /** Makes a request with the client; up to `patience` milliseconds again and again while nothing answers. */
  readonly call: <Result>(
    request: (client: Meilisearch) => Promise<Result>,
    patience?: number,
  ) => Promise<Result>;
  /** Sends a search the short way and returns the parsed answer. */
  readonly post: (path: string, body: unknown) => Promise<unknown>;
  /** Sends lines of JSON the same way, and waits for an engine that is starting again. */
  readonly postLines: (path: string, lines: Buffer) => Promise<unknown>;
}

const requestTimeout = 30_000;
/** The engine itself stops ranking after 300 ms. */
const searchTimeout = 5000;
/** Some megabytes of documents, over a slow line too. */
const linesTimeout = 120_000;

/** A search that meets a restart waits for it: a restart takes about 0.2 s. */
export const readPatience = 1500;
/** Writing waits longer: an engine that was busy may take a while to come back. */
export const writePatience = 30_000;

export function openEngineClient({ url, key }: EngineAddress): EngineClient {
  const client = new Meilisearch({
    host: url,
    ...(key !== "" && { apiKey: key }),
    timeout: requestTimeout,
    requestInit: { headers: { "accept-encoding": "identity" } },
  });
  const send = openTransport(url, key);
  return {
    url,
    call: (request, patience = readPatience) => callPatiently(() => request(client), url, patience),
    post: (path, body) => {
      const text = { type: "application/json", content: JSON.stringify(body) } as const;
      return callPatiently(
        async () => readAnswer(await send(path, text, searchTimeout), url),
        url,
        readPatience,
      );
    },
    postLines: (path, lines) => {
      const body = { type: "application/x-ndjson", content: lines } as const;
      return callPatiently(
        async () => readAnswer(await send(path, body, linesTimeout), url),
        url,
        writePatience,
      );
    },
  };
}

async function callPatiently<Result>(
  request: () => Promise<Result>,
  url: string,
  patience: number,
): Promise<Result> {
  const deadline = performance.now() + patience;
  for (let wait = 50; ; wait = Math.min(wait * 2, 1000)) {
    try {
      return await request();
    } catch (error) {
      const failure = readFailure(error, url);
      const again = failure instanceof EngineUnavailable && !failure.timedOut;
      if (!again || performance.now() + wait > deadline) throw failure;
      await sleep(wait);
    }
  }
}

function readAnswer(
  answer: { readonly status: number; readonly body: string },
  url: string,
): unknown {
  const parsed: unknown = JSON.parse(answer.body);
  if (answer.status < 400) return parsed;
  const { message, code } = parsed as { readonly message?: string; readonly code?: string };
  throw readRefusal({ status: answer.status, message: message ?? answer.body, code }, url);
}

function readFailure(error: unknown, url: string): Error {
  if (error instanceof EngineRefused || error instanceof EngineUnavailable) return error;
  if (error instanceof MeilisearchApiError) {
    const { message, cause, response } = error;
    return readRefusal({ status: response.status, message, code: cause?.code, cause: error }, url);
  }
  if (error instanceof NoAnswer || error instanceof MeilisearchRequestError) {
    const timedOut = error instanceof NoAnswer ? error.timedOut : isTimeOut(error);
    const what = timedOut ? "did not answer in time" : "does not answer";
    return new EngineUnavailable(
      `The search engine at ${url} ${what}: try again in a moment, and check that it runs there.`,
      { timedOut, cause: error },
    );
  }
  if (error instanceof SyntaxError) {
    return new EngineRefused(
      `What answers at ${url} is no Meilisearch: correct MEILI_URL to the address of one.`,
      { code: "not_an_engine", cause: error },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

function isTimeOut(error: MeilisearchRequestError): boolean {
  return error.cause instanceof Error && error.cause.name.includes("TimeOut");
}

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly code?: string | undefined;
  readonly cause?: unknown;
}

const busy: ReadonlySet<number> = new Set([429, 502, 503, 504]);

function readRefusal({ status, message, code, cause }: Refusal, url: string): Error {
  if (busy.has(status)) {
    return new EngineUnavailable(
      `The search engine at ${url} is too busy (${status}): try again in a moment.`,
      { timedOut: false, cause },
    );
  }
  const options = { code: code ?? String(status), cause };
  if (status === 401 || status === 403) {
    return new EngineRefused(
      `The search engine at ${url} does not accept the key: set MEILI_KEY to one that may search and write the indexes sections and reports.`,
      options,
    );
  }
  return new EngineRefused(`The search engine at ${url} refused: ${message}`, options);
}
