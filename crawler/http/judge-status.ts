import type { FailureCause } from "../../corpus/failure.ts";
import type { Fetched } from "./exchange.ts";
import { buildFailure, type FetchFailed } from "./fetch-failed.ts";
import { parseRetryAfter } from "./retry-after.ts";

const failureOf: Readonly<Record<number, FailureCause>> = {
  401: "forbidden",
  403: "forbidden",
  404: "not-found",
  407: "forbidden",
  408: "timeout",
  410: "not-found",
  425: "too-many-requests",
  429: "too-many-requests",
  451: "forbidden",
};

/**
 * The failure that a status means, null where it is an answer: 2xx, and 304. `now` is in milliseconds since 1970, for a
 * `Retry-After` with a date.
 */
export function judgeStatus(fetched: Fetched, now: number): FetchFailed | null {
  const { status, url, headers } = fetched;
  const failure = status === 304 && !isConditional(fetched) ? "bad-response" : findFailure(status);
  if (failure === null) return null;
  const waitMs = parseRetryAfter(headers["retry-after"], now);
  const words = fetched.exchanges.at(-1)?.response.statusText ?? "";
  const told = [status, words].filter((part) => part !== "").join(" ");
  const asks = waitMs === null ? "" : ` It asks ${nameWait(waitMs, now)}.`;
  return buildFailure(failure, `${url} was answered with ${told}.${asks}`, { waitMs, fetched });
}

function nameWait(waitMs: number, now: number): string {
  if (!Number.isFinite(waitMs)) return "to be left alone for more than 30 days";
  return `to be left alone until ${new Date(now + waitMs).toISOString().slice(0, 19)}Z`;
}

/** Only who asked for a change can be told that there is none. */
function isConditional({ exchanges }: Fetched): boolean {
  return exchanges.at(-1)?.request.headers.some(([name]) => /^if-/iu.test(name)) ?? false;
}

function findFailure(status: number): FailureCause | null {
  // Part of a page that was asked for as a whole is none.
  if (status === 206) return "bad-response";
  if ((status >= 200 && status < 300) || status === 304) return null;
  if (status >= 500 && status < 600) return "server-error";
  if (status >= 400 && status < 500) return failureOf[status] ?? "refusal";
  return "bad-response";
}
