import type { WireExchange } from "../../corpus/archive/wire-exchange.ts";

type Parts = Partial<Omit<WireExchange["response"], "body">> & {
  readonly url?: string;
  readonly body?: Uint8Array | string;
  readonly startedAt?: string;
  readonly request?: Partial<WireExchange["request"]>;
};

/** An exchange as the client gives it, with what a test cares for. */
export function buildExchange(parts: Parts = {}): WireExchange {
  const {
    url = "http://www.qingshan.gov.test/nb/2023.html",
    startedAt,
    body,
    request,
    ...rest
  } = parts;
  return {
    url,
    startedAt: startedAt ?? "2024-01-20T02:03:04.567Z",
    request: {
      method: "GET",
      target: new URL(url).pathname,
      headers: [["Host", new URL(url).host]],
      body: null,
      ...request,
    },
    response: {
      status: 200,
      statusText: "OK",
      httpVersion: "1.1",
      headers: [["Content-Type", "text/html"]],
      cutOff: null,
      ...rest,
      body: Buffer.from(body ?? "<p>全年收到申请 12 件</p>"),
    },
    ip: "127.0.0.1",
    tls: null,
    totalMs: 41.6,
  };
}
