import { expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { PageFetches } from "../../../crawler/browser/page-fetches.ts";
import { defaultLimits } from "../../../crawler/browser/render-options.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import { buildTestOptions, host, writeAnswer } from "../http/fetch-from.ts";
import { openRawServer } from "../http/open-server.ts";

interface Heard {
  readonly path: string;
  readonly at: number;
}

/** What a server hears of a page with this pause that wants three things at once, and how long it waited for pauses. */
async function fetchAtOnce(pauseMs: number | undefined, ending = new AbortController()) {
  const heard: Heard[] = [];
  const server = await openRawServer(({ path }) => {
    heard.push({ path, at: performance.now() });
    return writeAnswer("{}", { fields: ["Content-Type: application/json"] });
  });
  const client = openClient(buildTestOptions(server.port));
  const { signal } = ending;
  const render = {
    habits: noHabits,
    signal,
    mayFetch: () => true,
    ...(pauseMs !== undefined && { pauseMs }),
  };
  const fetches = new PageFetches({ client, limits: defaultLimits, render, signal });
  const build = (path: string) => buildRequest(`http://${host}${path}`);
  try {
    await fetches.fetchFirst(build("/"));
    const all = ["/a", "/b", "/c"].map((path) => fetches.fetchFurther(build(path)));
    const settled = await Promise.allSettled(all);
    return { heard, settled, pausedMs: fetches.pausedMs, requests: fetches.requests };
  } finally {
    client.close();
    await server.close();
  }
}

it("keeps a pause between what a page asks of its host, in the page's order", async () => {
  const { heard, pausedMs, requests } = await fetchAtOnce(60);
  expect(heard.map(({ path }) => path)).toEqual(["/", "/a", "/b", "/c"]);
  const gaps = heard.slice(1).map(({ at }, index) => at - (heard[index]?.at ?? at));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60);
  expect(pausedMs).toBeGreaterThan(120);
  expect(requests).toBe(4);
});

it("asks without a pause where none is set", async () => {
  expect((await fetchAtOnce(undefined)).heard).toHaveLength(4);
});

it("ends in the middle of a pause when the page is left", async () => {
  const ending = new AbortController();
  setTimeout(() => ending.abort(new Error("The page was left.")), 50);
  const { heard, settled } = await fetchAtOnce(600_000, ending);
  expect(heard.map(({ path }) => path)).toEqual(["/"]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});
