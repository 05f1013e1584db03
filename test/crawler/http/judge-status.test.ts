import { describe, expect, it } from "vitest";
import { TryLater } from "../../../crawler/http/fetch-failed.ts";
import { fetchFailure, fetchPage, host, writeAnswer } from "./fetch-from.ts";

const html =
  "<!DOCTYPE html><html><head><title>年报</title></head><body>政府信息公开</body></html>";

describe("statuses", () => {
  const now = (): number => Date.UTC(2024, 0, 17, 8);
  it.each([
    [401, "forbidden", "give-up"],
    [403, "forbidden", "give-up"],
    [404, "not-found", "give-up"],
    [410, "not-found", "give-up"],
    [405, "refusal", "give-up"],
    [412, "refusal", "give-up"],
    [408, "timeout", "later"],
    [429, "too-many-requests", "later"],
    [500, "server-error", "later"],
    [502, "server-error", "later"],
    [521, "server-error", "later"],
  ])("means %i as %s", async (status, failure, next) => {
    const outcome = await fetchFailure(() => writeAnswer(html, { status: `${status} Words` }));
    expect(outcome).toMatchObject({ failure, next, waitMs: null });
    expect(outcome.message).toBe(`http://${host}/ was answered with ${status} Words.`);
    expect(outcome.fetched?.exchanges[0].response.status).toBe(status);
    expect(outcome.fetched?.mediaType).toBe("text/html");
  });

  it.each([
    ["429 Slow", "120", 120_000],
    ["429 Slow", "Wed, 17 Jan 2024 08:01:00 GMT", 60_000],
    ["503 Closed", "Wed, 17 Jan 2024 07:00:00 GMT", 0],
    ["429 Slow", "172800", 172_800_000],
    ["503 Closed", "2592000", 2_592_000_000],
    ["503 Closed", "2592001", Number.POSITIVE_INFINITY],
    ["503 Closed", "9".repeat(300), Number.POSITIVE_INFINITY],
    ["503 Closed", "Wed, 17 Jan 2034 07:00:00 GMT", Number.POSITIVE_INFINITY],
    ["503 Closed", "soon", null],
    ["503 Closed", "-5", null],
  ])("reads Retry-After of %s: %s", async (status, value, waitMs) => {
    const answer = writeAnswer("", { status, fields: [`Retry-After: ${value}`] });
    const failure = await fetchFailure(() => answer, { client: { now } });
    expect(failure).toBeInstanceOf(TryLater);
    expect(failure.waitMs).toBe(waitMs);
  });

  it.each([
    ["172800", /until 2024-01-19T08:00:00Z/u],
    ["9999999", /more than 30 days/u],
  ])("tells how long Retry-After asks to wait: %s", async (value, words) => {
    const answer = writeAnswer("", { status: "429 Slow", fields: [`Retry-After: ${value}`] });
    expect((await fetchFailure(() => answer, { client: { now } })).message).toMatch(words);
  });

  it("takes 202 and 204 for answers", async () => {
    expect(await fetchPage(() => writeAnswer("a", { status: "202 Accepted" }))).toMatchObject({
      status: 202,
    });
    expect(await fetchPage(() => "HTTP/1.1 204 None\r\n\r\n")).toMatchObject({ status: 204 });
  });
});
