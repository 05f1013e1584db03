import type { PageRequest } from "../../corpus/address.ts";

/** A request as the browser tells it: names of fields in lower case. */
export interface BrowserRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Fields that the crawler's client sends itself or that only a browser has. */
const left =
  /^(?:sec-.*|accept-(?:encoding|language)|user-agent|upgrade-insecure-requests|cookie|host|connection|content-length|cache-control|pragma|priority|purpose|if-.*|range)$/u;

/** The request of a page as the crawler's client asks it; null where no reader of pages asks so (PUT, DELETE, files). */
export function buildPageRequest(request: BrowserRequest): PageRequest | null {
  const { url, method, headers, body } = request;
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol)) return null;
  if (method !== "GET" && method !== "POST") return null;
  const kept = Object.entries(headers).filter(([name]) => !left.test(name));
  const target = new URL(url);
  target.hash = "";
  return {
    url: target.href,
    method,
    body: method === "GET" ? null : (body ?? ""),
    headers: Object.fromEntries(kept),
  };
}
