import type { Context, Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import type { DescribeRouteOptions } from "hono-openapi";
import { z } from "zod";
import type { AppDeps } from "../app-deps.ts";
import { problemBodySchema, problems, type ProblemCode } from "../problem.ts";

/**
 * A route of the API. The OpenAPI document and the tests of `docs/api.md` derive from these rows.
 * `query` is the schema that reads the address parameters, `notes` says what each of them means,
 * `answer` is the schema of a 200 in JSON, or a media type for bytes. `problems` can be answered
 * besides 405 and 500, which every route can. `method` is `get` where it is not given.
 */
export interface ApiRoute {
  readonly method?: "get" | "post";
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly notes?: Readonly<Record<string, string>>;
  readonly answer: z.ZodType | string;
  readonly problems: readonly ProblemCode[];
  readonly handle: (c: Context, deps: AppDeps) => Promise<Response>;
}

/** Adds a route to the app, described for the OpenAPI document. */
export function addApiRoute(app: Hono, route: ApiRoute, deps: AppDeps): void {
  const { method = "get", path } = route;
  app[method](path, describeRoute(buildDescription(route)), (c) => route.handle(c, deps));
}

type Responses = NonNullable<DescribeRouteOptions["responses"]>;

function buildDescription(route: ApiRoute): DescribeRouteOptions {
  const { answer } = route;
  const content =
    typeof answer === "string"
      ? { [answer]: { schema: { type: "string" as const, format: "binary" } } }
      : { "application/json": { schema: resolver(answer) } };
  return {
    operationId: route.id,
    summary: route.summary,
    parameters: buildParameters(route),
    responses: { 200: { description: "OK", content }, ...buildFailures(route.problems) },
  };
}

const retryHeaders = {
  "Retry-After": {
    description: "Seconds after which the same request may succeed",
    schema: { type: "integer" as const },
  },
};

function buildFailures(codes: readonly ProblemCode[]): Responses {
  const failures: Responses = {};
  for (const code of [...codes, "method_not_allowed", "internal_error"] as const) {
    failures[problems[code].status] = {
      description: `\`${code}\``,
      ...(problems[code].retryAfter !== undefined && { headers: retryHeaders }),
      content: { "application/json": { schema: resolver(problemBodySchema) } },
    };
  }
  return failures;
}

function buildParameters(route: ApiRoute): NonNullable<DescribeRouteOptions["parameters"]> {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    in: "path" as const,
    name,
    required: true,
    description: route.notes?.[name] ?? "",
    schema: { type: "string" as const },
  }));
  if (!route.query) return inPath;
  const { properties = {} } = z.toJSONSchema(route.query, { io: "output" });
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    in: "query" as const,
    name,
    required: false,
    description: route.notes?.[name] ?? "",
    schema: schema as object,
  }));
  return [...inPath, ...inQuery];
}
