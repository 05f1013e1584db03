import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { ProgressListener } from "../progress/progress-listener.ts";
import type { ApiRoute } from "./api-route.ts";

export const eventsPath = "/api/sources/events";

/** A comment is sent when nothing else was for this long, so that proxies keep the connection. Milliseconds. */
const heartbeatMs = 15_000;

export const eventsRoute: ApiRoute = {
  path: eventsPath,
  id: "listenToSources",
  summary: "What the crawler does, as it happens: server-sent events",
  answer: "text/event-stream",
  problems: ["unauthorized", "too_many_listeners"],
  handle: async (c, deps) => {
    deps.gate.requireReader(c);
    c.header("X-Accel-Buffering", "no");
    if (c.req.method === "HEAD") return c.body(null, 200, { "Content-Type": "text/event-stream" });
    const listener = await deps.progress.listen(readLastId(c));
    const response = streamSSE(c, async (stream) => tell(stream, listener));
    response.headers.set("Cache-Control", "no-store");
    return response;
  },
};

async function tell(stream: SSEStreamingApi, listener: ProgressListener): Promise<void> {
  stream.onAbort(() => listener.end());
  try {
    await stream.write(": listening\nretry: 3000\n\n");
    while (!listener.ended && !stream.aborted) {
      const events = await listener.read(heartbeatMs);
      if (events.length === 0) await stream.write(": still here\n\n");
      for (const { event, id, data } of events) {
        await stream.writeSSE({ event, id: String(id), data: JSON.stringify(data) });
      }
    }
  } finally {
    listener.end();
  }
}

/** The id that a browser sends when it comes back; anything else begins now. */
function readLastId(c: Context): number | null {
  const text = c.req.header("last-event-id") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
