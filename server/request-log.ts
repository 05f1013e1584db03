import type { MiddlewareHandler } from "hono";
import type { Log } from "./app-deps.ts";

/**
 * One line for each request. The query string is left out: what people search for is their own affair.
 * `ms` runs until the response begins.
 */
export function logRequests(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const { method, path } = c.req;
    const fields = { requestId: c.get("requestId"), method, path, status: c.res.status, ms };
    log.info(fields, "request");
  };
}
