import type { Context } from "hono";

/**
 * Whether the browser says that one of our own pages sent this request. Browsers without Sec-Fetch-Site send Origin
 * with every POST; a request with neither is no browser's, and has no business with a cookie.
 */
export function isOwnPage(c: Context): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined && !isSameHost(origin, new URL(c.req.url).host)) return false;
  const site = c.req.header("sec-fetch-site");
  return site === undefined ? origin !== undefined : site === "same-origin";
}

/** Whoever ends TLS before us changes the scheme, never the host. */
function isSameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
