import type { Context } from "hono";
import { z } from "zod";
import { parseSearchQuery, type SearchQuery } from "../search/query.ts";
import { parseSearchAddress } from "../web/search/search-address.ts";
import { explainIssues } from "./explain-issues.ts";
import { RequestRefused } from "./problem.ts";

/** The search that the address asks for, as the API reads it. Throws RequestRefused. */
export function readSearchQuery(c: Context): SearchQuery {
  return accept(parseSearchQuery(new URL(c.req.url).searchParams));
}

/** The search that the address of the page asks for. Throws RequestRefused. */
export function readSearchAddress(c: Context): SearchQuery {
  return accept(parseSearchAddress(new URL(c.req.url).searchParams));
}

/** The address parameters that a schema names, the first one of each; an empty one counts as absent. Throws RequestRefused. */
export function readParameters<T extends z.ZodObject>(c: Context, schema: T): z.infer<T> {
  const params = new URL(c.req.url).searchParams;
  const raw = Object.keys(schema.shape).map((key) => [key, params.get(key) || undefined] as const);
  return accept(schema.safeParse(Object.fromEntries(raw)));
}

/** Scheme and host by which the client reached us; whoever ends TLS before us changes the scheme, never the host. */
export function readOrigin(c: Context): string {
  const { host, protocol } = new URL(c.req.url);
  const isSecure = protocol === "https:" || c.req.header("x-forwarded-proto") === "https";
  return `${isSecure ? "https" : "http"}://${host}`;
}

export const reportIdSchema = z.string().regex(/^[\w-]{1,120}$/);

/** A version of a report by the SHA-256 of its capture. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The report's id in the path; one that cannot be an id is refused as not found. */
export function readReportId(c: Context): string {
  const id = reportIdSchema.safeParse(c.req.param("id"));
  if (id.success) return id.data;
  throw new RequestRefused("not_found");
}

/** The source's id in the path; one that cannot be an id is refused as not found. */
export function readSourceId(c: Context): string {
  const id = /^[a-z0-9][a-z0-9-]{0,62}$/.exec(c.req.param("id") ?? "");
  if (id !== null) return id[0];
  throw new RequestRefused("not_found");
}

/** Throws not_found for null: nothing is at this address. */
export function requireFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new RequestRefused("not_found");
  return value;
}

function accept<T>(result: z.ZodSafeParseResult<T>): T {
  if (result.success) return result.data;
  throw new RequestRefused("bad_request", explainIssues(result.error));
}
