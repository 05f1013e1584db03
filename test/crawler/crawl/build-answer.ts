import type { Fetched } from "../../../crawler/http/exchange.ts";

/** An empty answer as the client gives it, with the exchange that it came by. */
export function buildAnswer(url: string, status: number): Fetched {
  const content = new Uint8Array();
  const { pathname } = new URL(url);
  return {
    url,
    status,
    headers: {},
    mediaType: "text/html",
    content,
    charset: "utf-8",
    movedTo: null,
    habits: { tls: "strict", family: null },
    exchanges: [
      {
        url,
        startedAt: "2026-01-05T02:00:00.000Z",
        request: { method: "GET", target: pathname, headers: [], body: null },
        response: {
          status,
          statusText: "",
          httpVersion: "1.1",
          headers: [],
          body: content,
          cutOff: null,
        },
        ip: "1.2.3.4",
        tls: null,
        firstByteMs: 1,
        totalMs: 1,
      },
    ],
  };
}
