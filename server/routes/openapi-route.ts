import type { Hono } from "hono";
import { generateSpecs } from "hono-openapi";

const documentation = {
  info: {
    title: "Gongkai",
    version: "1",
    description:
      "Search over the annual reports on government information disclosure of China's counties, townships and departments. Reports are read without a key; the crawler is directed with the admin token.",
  },
};

/** Serves the OpenAPI document of every described route; it is made once, at the first request. */
export function addOpenApiRoute(app: Hono): void {
  let document: Promise<object> | undefined;
  app.get("/openapi.json", async (c) => {
    document ??= generateSpecs(app, {
      documentation,
      defaultValidationErrorResponse: false,
      // A route whose address ends like a file is one all the same.
      excludeStaticFile: false,
    });
    return c.json(await document);
  });
}
