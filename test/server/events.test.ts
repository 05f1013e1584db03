import { describe, expect, test } from "vitest";
import type { HeardVisit, SourceState } from "../../corpus/source-state.ts";
import { createApp } from "../../server/app.ts";
import { ProgressFeed, type ProgressSources } from "../../server/progress/progress-feed.ts";
import { ProgressListener } from "../../server/progress/progress-listener.ts";
import { buildDeps } from "./fixtures.ts";
import { buildSource } from "./source-fixtures.ts";

const here = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };

function buildVisit(id: number): HeardVisit {
  return {
    id,
    runId: 1,
    sourceId: "qinghe",
    url: `http://www.qinghe.gov.test/${id}`,
    role: "report",
    visitedAt: "2024-05-08T03:00:00.000Z",
    status: 200,
    failure: null,
    change: "new",
    bytes: 10,
    tookMs: 5,
  };
}

/** A store that the test writes to, and how often it was asked. */
function openStore() {
  const held = {
    visits: [] as HeardVisit[],
    sources: [] as SourceState[],
    looks: 0,
    broken: false,
  };
  const sources: ProgressSources = {
    loadVisits: async ({ after, limit }) =>
      held.visits.filter(({ id }) => id > after).slice(0, limit),
    findLastVisit: async () => held.visits.at(-1)?.id ?? 0,
    loadSources: async () => {
      held.looks += 1;
      if (held.broken) throw new Error("the store is locked");
      return held.sources;
    },
    complain: () => {},
    pauseMs: 2,
    mostListeners: 3,
  };
  return { held, feed: new ProgressFeed(sources) };
}

/** Reads a stream until its text holds something. */
async function openStream(feed: ProgressFeed, headers: Record<string, string> = {}) {
  const app = createApp(buildDeps({ progress: feed }));
  const response = await app.request("/api/sources/events", { headers }, here);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const readUntil = async (wanted: string) => {
    while (!text.includes(wanted)) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      text += part.value;
    }
    return text;
  };
  return { response, readUntil, cancel: async () => reader?.cancel() };
}

const listIds = (text: string) =>
  [...text.matchAll(/event: visit\ndata: .*\nid: (\d+)/g)].map(([, id]) => Number(id));

describe("the events of sources", () => {
  test("tell visits and changes of sources as they happen", async () => {
    const { held, feed } = openStore();
    held.sources = [buildSource("qinghe", "idle")];
    held.visits = [buildVisit(1)];
    const { response, readUntil } = await openStream(feed);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    await readUntil("listening");
    held.visits = [...held.visits, buildVisit(2), buildVisit(3)];
    expect(listIds(await readUntil("id: 3"))).toEqual([2, 3]);
    held.sources = [buildSource("qinghe", "running")];
    const text = await readUntil("event: source");
    const data = /event: source\ndata: (.*)\nid: 3\n\n/.exec(text)?.[1] ?? "null";
    expect(JSON.parse(data)).toMatchObject({ id: "qinghe", state: "running" });
    await feed.close();
  });

  test("go on after the last one heard, as far as they are few", async () => {
    const { held, feed } = openStore();
    held.visits = Array.from({ length: 700 }, (_, i) => buildVisit(i + 1));
    const few = await openStream(feed, { "last-event-id": "695" });
    expect(listIds(await few.readUntil("id: 700\n"))).toEqual([696, 697, 698, 699, 700]);
    const many = await openStream(feed, { "last-event-id": "3" });
    const ids = listIds(await many.readUntil("id: 700\n"));
    expect([ids.length, ids[0]]).toEqual([500, 201]);
    held.visits = [...held.visits, buildVisit(701)];
    expect(listIds(await few.readUntil("id: 701\n"))).toEqual([696, 697, 698, 699, 700, 701]);
    expect(listIds(await many.readUntil("id: 701\n")).at(-1)).toBe(701);
    await feed.close();
  });

  test("end when the server closes, and nobody can listen any more", async () => {
    const { feed } = openStore();
    const stream = await openStream(feed);
    await stream.readUntil("listening");
    await feed.close();
    expect(await stream.readUntil("never")).not.toContain("never");
    const { response } = await openStream(feed);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "30"]);
  });

  test("are for so many at once; whoever leaves makes room", async () => {
    const { feed } = openStore();
    const streams = [await openStream(feed), await openStream(feed), await openStream(feed)];
    expect((await openStream(feed)).response.status).toBe(503);
    await streams[0]?.readUntil("listening");
    await streams[0]?.cancel();
    await expect
      .poll(async () => {
        const { response, cancel } = await openStream(feed);
        if (response.status === 200) await cancel();
        return response.status;
      })
      .toBe(200);
    await feed.close();
  });

  test("look at the store once for all, and not while nobody listens", async () => {
    const { held, feed } = openStore();
    const first = await openStream(feed);
    await first.readUntil("listening");
    await expect.poll(() => held.looks).toBeGreaterThan(2);
    await first.cancel();
    await expect
      .poll(async () => {
        const before = held.looks;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return held.looks - before;
      })
      .toBe(0);
    await feed.close();
  });

  test("go on after the store failed to answer", async () => {
    const { held, feed } = openStore();
    held.broken = true;
    const { readUntil } = await openStream(feed);
    await expect.poll(() => held.looks).toBeGreaterThan(2);
    held.broken = false;
    held.visits = [buildVisit(1)];
    expect(listIds(await readUntil("id: 1\n"))).toEqual([1]);
    await feed.close();
  });

  test("are refused to who may not read", async () => {
    const app = createApp(buildDeps());
    expect((await app.request("/api/sources/events")).status).toBe(401);
    const head = await app.request("/api/sources/events", { method: "HEAD" }, here);
    expect(head.status).toBe(200);
  });
});

describe("a listener", () => {
  const event = (id: number) => ({ event: "visit" as const, id, data: buildVisit(id) });

  test("hears nothing twice, whether it came before or after what it missed", async () => {
    const listener = new ProgressListener(() => {});
    listener.hear([event(4), event(5)]);
    listener.begin([event(3), event(4)], 4);
    listener.hear([event(5), event(6)]);
    expect((await listener.read(1000)).map(({ id }) => id)).toEqual([3, 4, 5, 6]);
  });

  test("that does not read is cut off", () => {
    let ended = false;
    const listener = new ProgressListener(() => (ended = true));
    listener.begin([], 0);
    listener.hear(Array.from({ length: 2_001 }, (_, i) => event(i + 1)));
    expect([ended, listener.ended]).toEqual([true, true]);
  });
});
